import type { Tx } from "#db/client.ts";
import { absenceNotices } from "#db/schema/absences.ts";
import { activities, attendances, leaves } from "#db/schema/activities.ts";
import { dutyRecords, recordCompanions } from "#db/schema/duty.ts";
import { obligations, reminders, submissions } from "#db/schema/schedules.ts";
import { addMandate, addPerson } from "./people.ts";

/** When everything was filed. */
export const AT = new Date("2026-09-14T10:00:00+08:00");
export type Owner = { readonly personId: number; readonly mandateId: number };

/** Adds the three kinds of records that a deputy can have a say about. */
export async function addRecords(
  tx: Tx,
  owner: Owner,
  spot: { name: string },
  index: number,
  clerkId: number,
) {
  const record = `履-2026-0091${index}`;
  const waiting = `履-2026-0092${index}`;
  const shared = `履-2026-0093${index}`;
  const common = {
    ...owner,
    kind: "home_visit",
    startsOn: "2026-09-10",
    endsOn: "2026-09-10",
    counts: { households: index },
    approx: [],
    narrative: `${spot.name}的走访`,
    filedAt: AT,
  } as const;
  await tx.insert(dutyRecords).values([
    { ...common, number: record, place: `${spot.name}家`, source: "chat", acknowledgedAt: AT },
    { ...common, number: waiting, kind: "inspection", source: "staff", enteredBy: clerkId },
  ]);
  const colleague = await addPerson(tx, `${spot.name}的同事`);
  const elsewhere = await addMandate(tx, { personId: colleague });
  const named = { ...common, personId: colleague, mandateId: elsewhere, kind: "mediation" } as const;
  const [row] = await tx
    .insert(dutyRecords)
    .values({ ...named, number: shared, source: "chat", acknowledgedAt: AT })
    .returning({ id: dutyRecords.id });
  await tx.insert(recordCompanions).values({ recordId: row?.id ?? 0, personId: owner.personId });
  return { record, waiting, shared };
}

/** Adds an activity in every state: ahead with leave asked for, begun, marked, and over with an absence objected to. */
export async function addActivities(tx: Tx, owner: Owner, orgId: number, index: number) {
  const add = (
    n: number,
    onDay: string,
    state: "planned" | "final",
    status: "expected" | "present" | "absent",
  ) => addActivity(tx, owner, { number: `活-2026-9${n}${index}`, orgId, onDay, state }, status);
  const ahead = await add(1, "2026-10-20", "planned", "expected");
  const begun = await add(2, "2026-09-15", "planned", "expected");
  const marked = await add(3, "2026-09-15", "planned", "present");
  const over = await add(4, "2026-09-01", "final", "absent");
  await tx.insert(leaves).values({ ...owner, activityId: ahead.id, reason: "illness", requestedAt: AT });
  await tx.insert(absenceNotices).values({
    ...owner,
    rule: "group_activity_unapproved",
    activityId: over.id,
    level: 1,
    createdAt: AT,
    objectedAt: AT,
  });
  return { ahead: ahead.number, begun: begun.number, marked: marked.number, over: over.number };
}

type Held = Pick<typeof activities.$inferInsert, "number" | "orgId" | "onDay" | "state">;

/** Adds an activity that concerns one deputy. */
export async function addActivity(
  tx: Tx,
  owner: Owner,
  held: Held,
  status: "expected" | "present" | "absent",
): Promise<{ readonly id: number; readonly number: string }> {
  const startsAt = new Date(`${held.onDay}T09:30:00+08:00`);
  const rest = { kind: "group_activity", title: `${held.number}的活动`, startsAt, createdAt: AT } as const;
  const [row] = await tx
    .insert(activities)
    .values({ ...held, ...rest })
    .returning({ id: activities.id });
  const id = row?.id ?? 0;
  const answer = held.state === "final" ? { answer: "coming" as const, answeredAt: startsAt } : {};
  await tx.insert(attendances).values({ ...owner, activityId: id, status, ...answer });
  return { id, number: held.number };
}

/** Adds a self-review that was handed in, and an annual report that is late. */
export async function addOwed(tx: Tx, owner: Owner): Promise<void> {
  const [handed] = await tx
    .insert(obligations)
    .values([
      {
        ...owner,
        rule: "self_review",
        period: "2026",
        title: "自评",
        dueOn: "2026-12-10",
        state: "submitted",
        submittedAt: AT,
      },
      { ...owner, rule: "annual_report", period: "2025", title: "年报", dueOn: "2025-12-20", state: "open" },
    ])
    .returning({ id: obligations.id });
  await tx
    .insert(submissions)
    .values({ obligationId: handed?.id ?? 0, personId: owner.personId, submittedAt: AT });
}

/** Adds a reminder that somebody has just been told. */
export async function addReminder(tx: Tx, personId: number, index: number): Promise<number> {
  const row = {
    schedule: "deadline-reminders",
    subject: `obligation:${index}:T-3`,
    state: "queued",
  } as const;
  const [added] = await tx
    .insert(reminders)
    .values({ ...row, personId, dueAt: AT, validUntil: AT, createdAt: AT, outboxKey: `r${personId}` })
    .returning({ id: reminders.id });
  return added?.id ?? 0;
}
