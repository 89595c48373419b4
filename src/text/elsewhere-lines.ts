import type { RegisterShown } from "#src/domain/register-shown.ts";
import { day, short } from "./format.ts";

const MOST_SHOWN = 3;

/** Who is in another register of the same time, by that register otherwise than by this one. */
export const elsewhereLines = ({ elsewhere = [] }: Pick<RegisterShown, "elsewhere">): (string | false)[] => [
  elsewhere.length > 0 && "先核对:同一时间,别处也有登记:",
  ...elsewhere
    .slice(0, MOST_SHOWN)
    .map(
      ({ name, came, activity: { number, on, time, title } }) =>
        `${name}:${number} ${day(on)}${time} ${short(title, 16)},${came ? "到会" : "缺席"}`,
    ),
  elsewhere.length > MOST_SHOWN && `等${elsewhere.length}处`,
];
