import { eq } from "drizzle-orm";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { Tx } from "../client.ts";
import { nextNumbers } from "../queries/numbers.ts";
import { activities, attendances, notices } from "../schema/activities.ts";
import { mandates } from "../schema/people.ts";

const DAY_MS = 24 * 3_600_000;
const SHANGHAI_MS = 8 * 3_600_000;

type Plan = {
  readonly town: string;
  /** Days from today. */
  readonly offset: number;
  readonly content: string;
  /** Persona ids of those who were absent; only for an activity that is over and final. */
  readonly absent?: readonly string[];
};

const PLANS: readonly Plan[] = [
  { town: "羊昌镇", offset: -60, content: "学习代表法", absent: ["yangxiuying"] },
  { town: "羊昌镇", offset: -1, content: "视察通村公路" },
  { town: "羊昌镇", offset: 7, content: "视察农贸市场" },
  { town: "东风镇", offset: 7, content: "调研垃圾清运" },
];

/** Group activities around today: one long past with an absence, yesterday's not yet final, one ahead for each group. */
export async function seedActivities(
  tx: Tx,
  orgIds: ReadonlyMap<string, number>,
  personIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  for (const plan of PLANS) await seedActivity(tx, plan, orgIds, personIds, now);
}

async function seedActivity(
  tx: Tx,
  plan: Plan,
  orgIds: ReadonlyMap<string, number>,
  personIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  const onDay = new Date(now.getTime() + SHANGHAI_MS + plan.offset * DAY_MS).toISOString().slice(0, 10);
  const startsAt = new Date(`${onDay}T09:30:00+08:00`);
  const createdAt = new Date(Math.min(now.getTime(), startsAt.getTime() - 7 * DAY_MS));
  const [number = ""] = await nextNumbers(tx, "activity", Number(onDay.slice(0, 4)), 1);
  const groupId = orgIds.get(`${plan.town}代表小组`) ?? 0;
  const clerk = personIds.get(plan.town === "羊昌镇" ? "clerk-yangchang" : "clerk-dongfeng") ?? null;
  const final = plan.absent !== undefined;
  const [activity] = await tx
    .insert(activities)
    .values({
      number,
      orgId: groupId,
      kind: "group_activity",
      title: `${plan.town}代表小组活动`,
      startsAt,
      onDay,
      place: `${plan.town}政府`,
      content: plan.content,
      state: final ? "final" : "planned",
      convenerId: clerk,
      createdBy: clerk,
      createdAt,
      finalAt: final ? new Date(startsAt.getTime() + DAY_MS) : null,
    })
    .returning({ id: activities.id });
  await seedAttendance(tx, activity?.id ?? 0, groupId, plan, personIds, createdAt);
}

async function seedAttendance(
  tx: Tx,
  activityId: number,
  groupId: number,
  plan: Plan,
  personIds: ReadonlyMap<string, number>,
  noticedAt: Date,
): Promise<void> {
  const absent = new Set((plan.absent ?? []).map((id) => personIds.get(id)));
  const members = await tx.select().from(mandates).where(eq(mandates.groupId, groupId));
  const statusOf = (personId: number): AttendanceStatus =>
    plan.absent === undefined ? "expected" : absent.has(personId) ? "absent" : "present";
  await tx.insert(attendances).values(
    members.map(({ id: mandateId, personId }) => ({
      activityId,
      mandateId,
      personId,
      status: statusOf(personId),
    })),
  );
  await tx.insert(notices).values(
    members.map(({ id: mandateId }) => ({
      activityId,
      mandateId,
      way: "phone" as const,
      deliveredAt: noticedAt,
    })),
  );
}
