import { SITTING_KINDS } from "../activity.ts";
import type { AbsenceRule } from "./attendance-policy.ts";

/**
 * How a rule counts something of a kind that was missed without leave: by itself, several sittings of one session as
 * that session, only with its whole session, or not at all (null).
 */
export function countsAs(
  { counts, kinds, converts }: AbsenceRule,
  kind: string,
): "itself" | "with-others" | "with-session" | null {
  if (counts !== "absence") return null;
  const has = (some: readonly string[]): boolean => some.includes(kind);
  if (has(kinds)) return "itself";
  if (!Object.hasOwn(SITTING_KINDS, kind)) return null;
  if (converts.some(({ sittings }) => has(sittings))) return "with-others";
  return kinds.includes("congress_session") ? "with-session" : null;
}
