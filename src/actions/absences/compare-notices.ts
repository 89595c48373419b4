import { listStandingNotices, type Notice } from "#db/queries/absence-notices.ts";
import type { DeputyAttendance } from "#db/queries/attendance-facts.ts";
import type { Tx } from "#db/client.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import { rulesOfCongress } from "#src/domain/attendance/rules-of-congress.ts";
import type { World } from "#src/domain/rules.ts";
import type { Found } from "./absence-news.ts";
import { keyOf } from "./notice-key.ts";

/** The notices that the rules ask for, beside those that stand. */
export type Comparison = {
  readonly found: readonly Found[];
  /** Asked for, and not standing yet. */
  readonly missing: readonly Found[];
  /** Standing, with no ground any more. */
  readonly gone: readonly Notice[];
  /** All that stand. */
  readonly standing: readonly Notice[];
};

/** Judges the attendance of deputies by the policy and compares what follows with the notices that stand. Looks only. */
export async function compareNotices(
  tx: Tx,
  deputies: readonly DeputyAttendance[],
  world: Pick<World, "policy" | "today">,
): Promise<Comparison> {
  const found = deputies.flatMap((deputy) => findNotices(deputy, world));
  const concerned = deputies.flatMap(({ facts }) => facts.activities.map((one) => one.mandateId));
  const standing = await listStandingNotices(tx, [...new Set(concerned)]);
  const wanted = new Map(found.map((one) => [keyOf(one.notice), one.isStrike]));
  const stood = new Map(standing.map((one) => [keyOf(one), one.strike]));
  return {
    found,
    standing,
    missing: found.filter(({ notice, isStrike }) => !isSame(stood.get(keyOf(notice)), isStrike)),
    gone: standing.filter((one) => !isSame(wanted.get(keyOf(one)), one.strike)),
  };
}

// A warning that a changed rule makes a case is another piece of news, and so is a case that becomes a warning.
const isSame = (one: boolean | null | undefined, other: boolean | null): boolean =>
  one !== undefined && (one === null || other === null || one === other);

function findNotices(deputy: DeputyAttendance, { policy, today }: Pick<World, "policy" | "today">): Found[] {
  const { notices, strikes } = judgeAttendance(
    deputy.facts,
    rulesOfCongress(policy.attendance, deputy.level),
    today,
  );
  const byId = new Map(deputy.facts.activities.map((one) => [one.id, one]));
  return notices.flatMap(({ rule, level, activity }) => {
    const at = byId.get(Number(activity));
    const terms = policy.attendance.rules[rule];
    if (at === undefined || terms === undefined) return [];
    const strike = strikes.find((one) => one.rule === rule && one.activities.at(-1) === activity);
    const grounds = (strike?.activities ?? [activity]).flatMap((id) => byId.get(Number(id)) ?? []);
    const notice = { rule, level, activityId: at.id, mandateId: at.mandateId };
    return [{ deputy, notice, terms, at, grounds, isStrike: strike !== undefined }];
  });
}
