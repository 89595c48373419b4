import { guarded } from "./guarded.ts";

const ON_IT = guarded(
  /^(?:(?:公办|民办)[一-龥]{0,3}?(?:幼儿园|小学|中学|学校)|[一-龥]{2}[街路]口)(?:扩建工地|工地)?/u,
);

/** What stands on a road or crosses it, from the words behind its name: 建设街口 of 人民路建设街口; empty where nothing does. */
export const onRoad = (after: string): string => ON_IT.exec(after)?.[0] ?? "";
