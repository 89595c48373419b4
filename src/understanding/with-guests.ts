import { guarded } from "./guarded.ts";

// 接待了1个选民说村医没有编制: who came is counted, and speaks.
const GUESTS = guarded(
  /(?:接待|接访|走访|看望|慰问|碰[到见]|遇[到见]|来)了?\u0001(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[个名位户](?:选民|群众|村民|居民|老人|商户|老乡)?/u,
);

/** What stands before a voice that begins at `voiceAt`, with those who speak where a deed counts them. */
export function withGuests(text: string, voiceAt: number): string {
  const own = text.slice(0, voiceAt);
  const guests = GUESTS.exec(`${own.slice(-4)}\u0001${text.slice(voiceAt, voiceAt + 8)}`)?.[0];
  return guests === undefined ? own : own + guests.slice(guests.indexOf("\u0001") + 1);
}
