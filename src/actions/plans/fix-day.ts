import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimOrg, findSamePlanned } from "#db/queries/same-activity.ts";
import { claimUndatedOnes, closeUndated, type Undated } from "#db/queries/undated-plans.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityChange } from "#src/domain/requests/activity-change.ts";
import type {
  ActivityOutcome,
  ActivityRefusal,
  ActivityRequest,
  ActivityView,
} from "#src/domain/requests/activity.ts";
import type { PlanOutcome } from "#src/domain/requests/plan.ts";
import type { WholeRow } from "#src/domain/plans/compare-plan.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import { announcePlans } from "./announce-plans.ts";
import { noticeDay } from "./apply-plan.ts";
import { fixDays } from "./leave-open.ts";
import { toUndatedView } from "./plan-view.ts";
import { toDated } from "./whole-rows.ts";

type Asked<K extends ActivityRequest["do"]> = Extract<ActivityRequest, { do: K }>;
type PublishedBefore = Extract<ActivityOutcome, { of: "activity.published-before" }>;
type Fixed = { readonly before: Undated; readonly row: WholeRow; readonly activity: ActivityView };

/** Something of this number whose day is still open, in the scope of whoever asks. */
async function findUndated(tx: Tx, { scope }: Grant, number: string): Promise<Undated | undefined> {
  const [found] = await claimUndatedOnes(tx, [number], scope);
  return found;
}

/** Shows what a change would make of something whose day is still open; undefined where the number is another's. */
export async function previewDay(
  tx: Tx,
  grant: Grant,
  { activity: number, change: said, messageId }: Asked<"activity.change-preview">,
  world: World,
): Promise<SureOutcome | PublishedBefore | ActivityRefusal | undefined> {
  const change = meetingAsKept(said);
  const before = await findUndated(tx, grant, number);
  if (before === undefined) return undefined;
  const fixed = fix(before, change, world);
  if (typeof fixed === "string") return fixed;
  const same = await findPublished(tx, fixed, world);
  if (same !== undefined) return same;
  return {
    of: "sure",
    card: `c${messageId}`,
    request: { do: "activity.change", activity: number, change },
    question: {
      kind: "sure.fix-day",
      activity: fixed.activity,
      before: toUndatedView(before),
      notice_days: world.policy.plans.notice_days,
    },
  };
}

/** Makes an activity of something whose day was still open; its notices go out when that is near. */
export async function fixDay(
  tx: Tx,
  grant: Grant,
  { activity: number, change: said }: Asked<"activity.change">,
  world: World,
): Promise<Told<PlanOutcome> | PublishedBefore | ActivityRefusal | undefined> {
  const change = meetingAsKept(said);
  const before = await findUndated(tx, grant, number);
  if (before === undefined) return undefined;
  const fixed = fix(before, change, world);
  if (typeof fixed === "string") return fixed;
  await claimOrg(tx, before.orgId);
  const same = await findPublished(tx, fixed, world);
  if (same !== undefined) return same;
  await fixDays(tx, [fixed], grant.actorId, world);
  await audit(tx, grant, "plan.fix-day", world);
  const { news } = await announcePlans(tx, world);
  const isCalled = news.some(({ key }) => key.startsWith(`activity:${number}:`));
  const nextNotice = isCalled ? null : noticeDay(fixed.activity.on, world);
  return { outcome: { of: "plan.day-fixed", activity: fixed.activity, nextNotice }, news };
}

// Dated, it would be a second of what somebody has published by itself: one absence from it would be two.
async function findPublished(
  tx: Tx,
  { before, row }: Fixed,
  world: World,
): Promise<PublishedBefore | undefined> {
  const same = await findSamePlanned(tx, row.orgId, row.kind, row.startsAt);
  if (same === undefined) return undefined;
  const activity = toActivityView(same, world);
  return { of: "activity.published-before", activity, by: same.by, row: before.number };
}

function fix(before: Undated, change: ActivityChange, world: World): Fixed | ActivityRefusal {
  const { on, time = before.time } = change;
  if (on === undefined || time === null) return "activity-no-day";
  const place = change.place ?? before.place;
  const content = change.content ?? before.content;
  const row = toDated({ ...before, row: 0, time, place, content }, on, world.zone);
  if (row.startsAt <= world.now) return "activity-past";
  return { before, row, activity: { number: before.number, title: before.title, on, time, place } };
}

/** Takes something whose day is still open out of the plan, after a yes: nobody had heard of it. */
export async function dropUndated(
  tx: Tx,
  grant: Grant,
  request: Asked<"activity.cancel">,
  world: World,
): Promise<SureOutcome | PlanOutcome | undefined> {
  const found = await findUndated(tx, grant, request.activity);
  if (found === undefined) return undefined;
  const undated = toUndatedView(found);
  if (request.sure !== true)
    return {
      of: "sure",
      card: `c-${found.number}`,
      request: { ...request, sure: true },
      question: { kind: "sure.drop-undated", undated },
    };
  await closeUndated(tx, [found.id], world.now);
  await audit(tx, grant, "plan.drop", world);
  return { of: "plan.dropped", undated };
}

/** Shows something whose day is still open to the staff who look after it. */
export async function showUndated(
  tx: Tx,
  grant: Grant,
  { activity }: Asked<"activity.show">,
): Promise<PlanOutcome | undefined> {
  const found = await findUndated(tx, grant, activity);
  return found === undefined ? undefined : { of: "plan.undated", undated: toUndatedView(found) };
}

const audit = (tx: Tx, { actorId }: Grant, action: string, { now }: World): Promise<void> =>
  insertAudit(tx, [{ at: now, actorId, action, subject: "plan", subjectId: null }]);
