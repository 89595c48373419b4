import type { Tx } from "#db/client.ts";
import { type NoticeKey, raiseNotices, withdrawNotices } from "#db/queries/absence-notices.ts";
import { listAttendanceFacts, claimJudgement } from "#db/queries/attendance-facts.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { toRaisedNews, toWithdrawnNews } from "./absence-news.ts";
import { compareNotices } from "./compare-notices.ts";
import { keyOf } from "./notice-key.ts";

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
  await claimJudgement(tx, mandateIds);
  const deputies = await listAttendanceFacts(tx, mandateIds);
  const { found, missing, gone } = await compareNotices(tx, deputies, world);
  const concerned = deputies.flatMap(({ facts }) => facts.activities.map((one) => one.mandateId));
  const withdrawn = await withdrawNotices(
    tx,
    gone.map(({ id }) => id),
    world.now,
  );
  const stillThere = new Set(found.map((one) => absenceOf(one.notice)));
  const raised = await raiseNotices(
    tx,
    missing.map((one) => ({
      ...one.notice,
      personId: one.deputy.personId,
      cite: one.terms.cite,
      strike: one.isStrike,
    })),
    world.now,
  );
  const asked = new Map(missing.map((one) => [keyOf(one.notice), one] as const));
  const withdrawnFrom = withdrawn.map((one) => one.mandateId);
  const office = await listStaffOfMandates(
    tx,
    [...new Set([...concerned, ...withdrawnFrom])],
    ["office"],
    world.today,
  );
  return [
    ...withdrawn.flatMap((one) => toWithdrawnNews(one, office, stillThere.has(absenceOf(one)), world)),
    ...raised.flatMap((one) => {
      const why = asked.get(keyOf(one));
      return why === undefined ? [] : toRaisedNews(why, one, office, world);
    }),
  ];
}

const absenceOf = ({ rule, mandateId, activityId }: NoticeKey): string =>
  `${rule} ${mandateId} ${activityId}`;
