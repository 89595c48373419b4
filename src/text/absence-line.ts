import type { Day } from "#src/domain/day.ts";
import type { ToldAbsence } from "#src/domain/requests/absence.ts";
import { day, short } from "./format.ts";

/** An absence that somebody was told of, and until when it may be objected to. */
export const absenceLine = ({ activity: { number, on, title }, state, until }: ToldAbsence): string =>
  `${number} ${day(on)} ${short(title, 12)}${stateWords(state, until)}`;

function stateWords(state: ToldAbsence["state"], until: Day | null): string {
  if (state === "waits") return ",异议正在核实";
  if (state === "over") return ",期限已过";
  return until === null ? "" : `,最晚${day(until)}提`;
}
