import type { Act } from "#src/domain/act.ts";

/**
 * What a tap does on a notice that was answered before: 参加 and 请假 answer it anew, for a mind may change. Undefined for
 * what was pressed once and for all: why leave is asked for, that it is taken back, and all that is no answer.
 */
export function answeredAnew(act: Act): Act | undefined {
  if (act.do !== "activity.coming" && act.do !== "activity.leave") return undefined;
  const { do: _do, activity, ...more } = act;
  return activity === undefined || Object.keys(more).length > 0 ? undefined : { ...act, again: true };
}
