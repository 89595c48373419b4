import { withoutWaysToReach } from "./redact.ts";

const WORDS = ["title", "place", "content", "adds", "reason"] as const;

/**
 * What staff wrote about a meeting or a mandate, as it may be kept in clear and sent to many: without numbers by which
 * somebody is reached or told apart. Rooms and names stay: they say where it is and who comes.
 */
export function meetingAsKept<T extends object>(said: T): T {
  const words = Object.entries(said).filter(([name]) => WORDS.some((one) => one === name));
  return {
    ...said,
    ...Object.fromEntries(
      words.map(([name, value]: [string, unknown]) => [
        name,
        typeof value === "string" ? withoutWaysToReach(value) : value,
      ]),
    ),
  };
}
