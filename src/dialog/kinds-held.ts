import type { AttendedKind } from "#src/domain/activity.ts";
import type { HeldWhen } from "#src/domain/requests/register-on.ts";
import { findPlanKind } from "./plan/plan-kind.ts";

// 小组会 may be a group's own, or one of the congress.
const SITTINGS: readonly (readonly [readonly AttendedKind[], RegExp])[] = [
  [["preparatory_sitting"], /预备会/u],
  [["plenary_sitting"], /全体会议?|全会(?!场)|开幕|闭幕|(?<!代表)大会/u],
  [["delegation_sitting"], /代表团|分团/u],
  [["panel_sitting"], /分组|小组(?:审议|讨论)/u],
  [["group_activity"], /小组活动|代表小组/u],
  [["panel_sitting", "group_activity"], /小组/u],
];

/** The kinds of activity that the words about a register may mean; undefined where they say none. */
function findKindsHeld(words: string): readonly AttendedKind[] | undefined {
  const sitting = SITTINGS.find(([, pattern]) => pattern.test(words))?.[0];
  if (sitting !== undefined) return sitting;
  const kind = findPlanKind(words);
  return kind === undefined ? undefined : [kind];
}

const PARTS: readonly (readonly [NonNullable<HeldWhen["part"]>, string])[] = [
  ["morning", "上午|早上|早晨"],
  ["afternoon", "下午"],
  ["evening", "晚上|傍晚"],
];
// 9号下午, 今天上午, 下午的会: right behind the day, or before all else; 王芳下午有事 is of her.
const OF_DAY = (words: string): RegExp =>
  new RegExp(`(?:^|[日号天]的?|周[一二三四五六日天]|[,\\s])(?:${words})`, "u");
const SHORT: readonly (readonly [NonNullable<HeldWhen["part"]>, RegExp])[] = [
  ["morning", /今早/u],
  ["evening", /[今昨]晚/u],
];

/** Which of several activities of a day the words about a register mean: the half of the day, and the kind. */
export function readHeld(said: string): Pick<HeldWhen, "part" | "kinds"> {
  const text = said.normalize("NFKC");
  const part =
    PARTS.find(([, words]) => OF_DAY(words).test(text))?.[0] ??
    SHORT.find(([, pattern]) => pattern.test(text))?.[0];
  const kinds = findKindsHeld(text);
  return { ...(part === undefined ? {} : { part }), ...(kinds === undefined ? {} : { kinds }) };
}
