import type { Facts } from "#src/domain/facts.ts";
import { audienceOf } from "../audience.ts";
import type { Turn } from "../dialog.ts";

const DISTRICT = /全(?:区|县|市)(?!域)|各(?:镇街|乡镇|镇|乡|街道)/u;

/** The answer to a clerk who asks about the whole district: of more than the own places a clerk sees nothing. */
export function tellingOwnPlaces(turn: Turn | undefined, text: string, facts: Facts): Turn | undefined {
  const what = audienceOf(facts) === "staff" ? DISTRICT.exec(text)?.[0] : undefined;
  if (turn?.request === undefined || what === undefined) return turn;
  return { ...turn, replies: [{ kind: "figures.not-heeded", what, of: "own-places" }, ...turn.replies] };
}
