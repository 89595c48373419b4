import type { Tx } from "#db/client.ts";
import {
  listStandingNotices,
  type NoticeKey,
  raiseNotices,
  withdrawNotices,
} from "#db/queries/absence-notices.ts";
import { type DeputyAttendance, listAttendanceFacts, lockJudgement } from "#db/queries/attendance-facts.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import { judgeAttendance } from "#src/domain/attendance/judge-attendance.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { type Found, toRaisedNews, toWithdrawnNews } from "./absence-news.ts";

/**
 * Judges the attendance of the deputies who hold these mandates by the policy as it stands, raises the notices that
 * are due and takes back those whose ground is gone. Returns what everybody concerned is to be told: the deputy
 * privately, and the office a case to look into where it is a strike. Judging again changes and says nothing.
 */
export async function judgeAbsences(
  tx: Tx,
  mandateIds: readonly number[],
  world: World,
): Promise<readonly News[]> {
  if (mandateIds.length === 0) return [];
  await lockJudgement(tx, mandateIds);
  const deputies = await listAttendanceFacts(tx, mandateIds);
  const found = deputies.flatMap((deputy) => findNotices(deputy, world));
  const concerned = deputies.flatMap(({ facts }) => facts.activities.map((one) => one.mandateId));
  const standing = await listStandingNotices(tx, [...new Set(concerned)]);
  const wanted = new Set(found.map((one) => keyOf(one.notice)));
  const gone = standing.filter((one) => !wanted.has(keyOf(one)));
  const withdrawn = await withdrawNotices(
    tx,
    gone.map(({ id }) => id),
    world.now,
  );
  const stillThere = new Set(found.map((one) => absenceOf(one.notice)));
  const stood = new Set(standing.map(keyOf));
  const missing = found.filter((one) => !stood.has(keyOf(one.notice)));
  const raised = new Set(
    (
      await raiseNotices(
        tx,
        missing.map((one) => ({ ...one.notice, personId: one.deputy.personId })),
        world.now,
      )
    ).map(keyOf),
  );
  const office = await listStaffOfMandates(tx, [...new Set(concerned)], ["office"], world.today);
  return [
    ...withdrawn.flatMap((one) =>
      toWithdrawnNews(one, deputies, office, stillThere.has(absenceOf(one)), world),
    ),
    ...missing
      .filter((one) => raised.has(keyOf(one.notice)))
      .flatMap((one) => toRaisedNews(one, office, world)),
  ];
}

const keyOf = ({ rule, mandateId, activityId, level }: NoticeKey): string =>
  `${rule} ${mandateId} ${activityId} ${level}`;

const absenceOf = ({ rule, mandateId, activityId }: NoticeKey): string =>
  `${rule} ${mandateId} ${activityId}`;

function findNotices(deputy: DeputyAttendance, { policy, today }: World): Found[] {
  const { notices, strikes } = judgeAttendance(deputy.facts, policy.attendance, today);
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
