import { COUNT_UNITS } from "#src/domain/count-unit.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { INTENTS, QUERY_NAMES } from "../understanding.ts";

/** What a message is weighed for: what it wants, which duty it tells of, what it asks, whether residents are heard in it, how many records it tells of, in which unit the first amount of its one record is, whether it is told for somebody else, and, of a part of it, whether that is a matter of theirs. */
export const TASKS = {
  intent: INTENTS.filter((one) => one !== "command"),
  kind: Object.keys(DUTY_KINDS),
  query: QUERY_NAMES,
  voices: ["none", "some"],
  records: ["none", "one", "more"],
  unit: ["none", ...Object.keys(COUNT_UNITS)],
  behalf: ["none", "some"],
  matter: ["none", "some"],
} as const satisfies Record<string, readonly string[]>;

/** One question that a message is weighed for. */
export type Task = keyof typeof TASKS;
