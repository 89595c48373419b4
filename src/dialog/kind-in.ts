import type { AttendedKind } from "#src/domain/activity.ts";

const KINDS: readonly (readonly [RegExp, AttendedKind])[] = [
  [/全体会/u, "plenary_sitting"],
  [/预备会/u, "preparatory_sitting"],
  [/代表团会|分团/u, "delegation_sitting"],
  [/小组会议/u, "panel_sitting"],
  [/人代会|代表大会|大会/u, "congress_session"],
];

/** What kind of meeting a line names: 代表团会议 and 全体会议 are sittings of a session, 人代会 is the session. */
export function kindIn(words: string): { readonly kind?: AttendedKind } {
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  return kind === undefined ? {} : { kind };
}
