import type { Day } from "#src/domain/day.ts";
import type { OwnObligation } from "#src/domain/requests/obligation.ts";
import { byRoom } from "./by-room.ts";
import { day, short } from "./format.ts";

/** So many lines of what one deputy owes stand in one answer. */
export const OWED_SHOWN = 6;

const STATES = { open: "", submitted: "(已交,等收下)", returned: "(退回了,要改)" } as const;

/** Until when something is due, or since when it is late. */
export const dueWords = (dueOn: Day, today: Day): string =>
  dueOn < today ? `${day(dueOn)}已到期` : `${day(dueOn)}前`;

/** The same in a list among other things, with less of what it is called where an answer would grow too long. */
export const owedByRoom = (one: OwnObligation, today: Day): string => {
  const called = (most: number): string => owedLine({ ...one, title: short(one.title, most) }, today);
  return byRoom(owedLine(one, today), called(12), called(8), called(8).replace(/\(周.\)/u, ""));
};

/** One thing that a deputy owes, in the same words wherever it is told. */
export const owedLine = ({ title, dueOn, state, missing }: OwnObligation, today: Day): string =>
  `${title},${dueWords(dueOn, today)}${missing === undefined ? "" : `,还差${missing}次`}${STATES[state]}`;
