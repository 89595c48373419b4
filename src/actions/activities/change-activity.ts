import type { Tx } from "#db/client.ts";
import { type FoundActivity, claimActivity } from "#db/queries/activities.ts";
import { dropActivityReminders } from "#db/queries/activity-reminders.ts";
import {
  type Concerned,
  insertCalls,
  insertNotices,
  listConcerned,
  listNewcomers,
  reviseActivity,
} from "#db/queries/activity-changes.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { countSittings, findSittingAt, followSittings } from "#db/queries/sittings.ts";
import { suppressInvitations } from "#db/queries/notices.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityRequest } from "#src/domain/requests/activity.ts";
import type { ActivityChange, ChangedActivity } from "#src/domain/requests/activity-change.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { restOn } from "../rest-on.ts";
import { listUnreached } from "../list-unreached.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Told } from "../told.ts";
import { asMoved, partOfDay } from "./as-moved.ts";
import { contentAfter } from "./content-after.ts";
import { followSeats } from "./follow-seats.ts";
import { namedInFull } from "./named-in-full.ts";
import { tellGone } from "./tell-gone.ts";
import { tellWishesVoid, voidWishes } from "./void-wishes.ts";

/** Who plans, and the organisations that he or she plans for. */
export type Planner = Pick<Grant, "actorId" | "scope">;

type Asked<K extends ActivityRequest["do"]> = Extract<ActivityRequest, { do: K }>;
type Read = ChangedActivity & {
  readonly change: ActivityChange;
  readonly found: FoundActivity;
  readonly next: Pick<FoundActivity, "startsAt" | "onDay" | "place" | "content">;
};

/** Shows what a change would make of an activity. Nobody is told before the yes. */
export async function previewChange(
  tx: Tx,
  grant: Grant,
  { activity, change: said, messageId }: Asked<"activity.change-preview">,
  world: World,
): Promise<SureOutcome | ActivityRefusal> {
  const read = await readChange(tx, grant, activity, meetingAsKept(said), world);
  if (typeof read === "string") return read;
  const { change } = read;
  const people = await listConcerned(tx, read.found.id);
  return {
    of: "sure",
    card: `c${messageId}`,
    request: { do: "activity.change", activity, change },
    question: {
      kind: "sure.change",
      activity: read.activity,
      before: read.before,
      content: read.content,
      people: people.length,
      ...(read.next.onDay === read.found.onDay ? {} : restOn(read.next.onDay, world)),
    },
  };
}

/**
 * Changes when, where or what a published activity is, before it begins, and tells everybody whom it concerns once.
 * On another day everybody is asked again, wishes for leave that wait go with the old day, as both sides are told, and
 * whoever sits there by then is called too; on the same day answers hold. Leave that was granted stands. A notice that
 * had not gone out yet gives way to one of the activity as it is now.
 */
export async function changeActivity(
  tx: Tx,
  grant: Grant,
  { activity, change }: Asked<"activity.change">,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityRefusal> {
  return makeChange(tx, grant, activity, meetingAsKept(change), world);
}

/** The same for whoever was let in by another door: a yearly plan that was put right. */
export async function makeChange(
  tx: Tx,
  grant: Planner,
  number: string,
  change: ActivityChange,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityRefusal> {
  const read = await readChange(tx, grant, number, change, world);
  if (typeof read === "string") return read;
  const { found, next, activity, before, content } = read;
  const newDay = next.onDay !== found.onDay;
  const moved = newDay || +next.startsAt !== +found.startsAt || next.place !== found.place;
  const unsent = await suppressInvitations(tx, found.id, { sittings: false });
  const called = newDay ? await listConcerned(tx, found.id) : [];
  await reviseActivity(tx, found.id, next, { moved, asksAgain: newDay, now: world.now });
  if (found.sessionId !== null) await followSittings(tx, [found.sessionId], world.now);
  if (moved) await dropActivityReminders(tx, found.id);
  const waited = newDay ? await voidWishes(tx, found) : NOBODY;
  const line = { at: world.now, actorId: grant.actorId, action: "activity.change", subject: "activity" };
  await insertAudit(tx, [{ ...line, subjectId: found.id }]);
  if (newDay) await followSeats(tx, found, next.onDay);
  const newcomers = newDay && !found.heldBack ? await listNewcomers(tx, found, next.onDay) : [];
  await insertCalls(tx, found.id, newcomers);
  const people = await listConcerned(tx, found.id);
  const fresh = new Set([...unsent, ...newcomers.map((one) => one.personId)]);
  const key = `activity:${found.number}:${found.revision + 1}`;
  await insertNotices(tx, found.id, people, (to) => newsKey({ key, to }));
  const off = { before, key, startsAt: found.startsAt, now: world.now };
  const gone = await tellGone(tx, called, people, { unsent, waited }, off);
  // Of each in the seat of the old day, where the wish went: also of who has none there on the new one.
  const everybody = new Map([...people, ...called].map((one) => [one.personId, one]));
  const wished = [...everybody.values()].filter((one) => waited.has(one.personId));
  const voided = await tellWishesVoid(tx, found, wished, { activity, before }, world);
  const onLeave = people.filter((one) => one.leave === "approved").map((one) => one.name);
  const askedAgain = newDay ? people.filter(asks).length : 0;
  return {
    outcome: {
      of: "activity.changed",
      activity,
      before,
      content,
      people: people.length,
      unreached: await listUnreached(tx, people, world),
      askedAgain,
      onLeave,
    },
    news: [...people.map((one) => toNews(one, read, key, { fresh, waited })), ...gone, ...voided],
  };
}

function toNews(
  one: Concerned,
  { activity, before, content, next }: Read,
  key: string,
  { fresh, waited }: { readonly fresh: ReadonlySet<number>; readonly waited: ReadonlySet<number> },
): News {
  const leaveWaited = waited.has(one.personId);
  const isFirst = fresh.has(one.personId) && !leaveWaited;
  const word = isFirst
    ? ({ kind: "activity.invited", activity, content: next.content } as const)
    : ({
        kind: "activity.changed",
        activity,
        before,
        content,
        asks: asks(one),
        leaveWaited,
        hasLeave: one.leave === "approved",
        leaveWaits: one.leave === "pending",
      } as const);
  return { to: one.personId, key, word, expiresAt: next.startsAt };
}

const NOBODY: ReadonlySet<number> = new Set();

// A wish that still waits after another day was set is about the whole session.
const asks = ({ answer, leave }: Concerned): boolean => answer === null && leave === null;

async function readChange(
  tx: Tx,
  grant: Planner,
  number: string,
  said: ActivityChange,
  world: World,
): Promise<Read | ActivityRefusal> {
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (found.state === "cancelled") return "activity-called-off";
  if (found.state === "final") return "activity-closed";
  if (found.startsAt <= world.now) return "activity-begun";
  const before = namedInFull(found, toActivityView(found, world));
  const change = asMoved(said, before, world);
  if (Object.keys(change).length === 0) return "activity-no-change";
  if (change.time === undefined && change.part !== undefined && change.part !== partOfDay(before.time))
    return "activity-no-hour";
  const on = change.on ?? before.on;
  const time = change.time ?? before.time;
  const startsAt = toInstant(on, toMinute(time), world.zone);
  if (startsAt <= world.now) return "activity-past";
  // A session is when its sittings are.
  if (found.kind === "congress_session" && +startsAt !== +found.startsAt) {
    const { all } = await countSittings(tx, found.id);
    if (all > 0) return "activity-by-sittings";
  }
  if (found.sessionId !== null && (await findSittingAt(tx, found, startsAt)) !== undefined)
    return "activity-sitting-there";
  const place = change.place ?? found.place;
  const next = { startsAt, onDay: on, place, content: contentAfter(change, found.content) };
  const isSame = +startsAt === +found.startsAt && place === found.place && next.content === found.content;
  if (isSame) return "activity-same";
  const content = next.content === found.content ? null : next.content;
  return { change, found, next, activity: { ...before, on, time, place }, before, content };
}
