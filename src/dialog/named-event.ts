import type { AttendedKind } from "#src/domain/activity.ts";
import type { Invitation } from "#src/domain/facts.ts";

const EVENTS: readonly (readonly [RegExp, AttendedKind])[] = [
  [/接待/u, "reception"],
  [/视察/u, "inspection"],
  [/调研/u, "thematic_research"],
  [/检查/u, "law_inspection"],
  [/评议/u, "work_appraisal"],
  [/培训|学习/u, "training"],
  [/小组/u, "group_activity"],
  [/人代会|人大会|大会|两会/u, "congress_session"],
];

/** The word of a line that names what people are called to, as it stands there: 接待, 小组; undefined without one. */
export const findNamedEvent = (line: string): string | undefined =>
  EVENTS.map(([word]) => word.exec(line)?.[0]).find((word) => word !== undefined);

/** The activities that such a word means: those of that kind, or else with the word in their name. */
export function listNamed(word: string, called: readonly Invitation[]): readonly Invitation[] {
  const ofKind = called.filter(({ kind }) =>
    EVENTS.some(([pattern, meant]) => meant === kind && pattern.test(word)),
  );
  return ofKind.length > 0 ? ofKind : called.filter(({ title }) => title.includes(word));
}
