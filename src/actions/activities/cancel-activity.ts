import type { Tx } from "#db/client.ts";
import { claimActivity } from "#db/queries/activities.ts";
import { listAttendees } from "#db/queries/attendance.ts";
import { findTwin } from "#db/queries/same-activity.ts";
import { listSittings } from "#db/queries/sittings.ts";
import { meetingAsKept } from "#src/domain/personal-data/meeting-as-kept.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type {
  ActivityOutcome,
  ActivityRefusal,
  ActivityRequest,
  ActivityView,
} from "#src/domain/requests/activity.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { listUnreached } from "../list-unreached.ts";
import { sightOf } from "../sight-of.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { callOff } from "./call-off.ts";
import { namedInFull } from "./named-in-full.ts";
import { voidTwin } from "./void-twin.ts";
import type { Told } from "../told.ts";

type Cancel = Extract<ActivityRequest, { do: "activity.cancel" }>;

/**
 * Calls an activity off after a yes, and tells everybody it concerned, once. Wishes for leave go with it, and so do notices that
 * still waited for the morning: whoever was never told of the activity is not told that it is off. After it began
 * nobody calls off what concerns himself: an absence of one's own would be gone with it. What is final stays, but of
 * two registers of the same activity the office may void one.
 */
export async function cancelActivity(
  tx: Tx,
  grant: Grant,
  said: Cancel,
  world: World,
): Promise<Told<ActivityOutcome> | ActivityOutcome | SureOutcome | ActivityRefusal | "attendance-own"> {
  const request = meetingAsKept(said);
  const found = await claimActivity(tx, request.activity, grant.scope);
  if (found === undefined) return "activity-unknown";
  const activity = namedInFull(found, toActivityView(found, world));
  const twin = found.state === "final" && grant.isOffice ? await findTwin(tx, found) : undefined;
  if (found.state !== "planned" && twin === undefined)
    return { of: "activity.closed-before", activity, state: found.state, by: found.closedBy };
  const people = await listAttendees(tx, found.id);
  const concerned = people.some((one) => one.personId === grant.actorId);
  if (concerned && found.startsAt <= world.now) return "attendance-own";
  const seen = sightOf(activity, people.length);
  const moved = request.seen !== undefined && request.seen !== seen;
  if (request.sure !== true || moved) {
    const going = await listSittings(tx, [found.id], world.now);
    const sittings = going.length === 0 ? {} : { sittings: going.map((one) => toActivityView(one, world)) };
    const shown = { activity, ...sittings, people: people.length, moved, ...(twin && { twin }) };
    return askFirst({ ...request, seen }, shown);
  }
  if (twin !== undefined) {
    const news = await voidTwin(tx, grant.personId, found, people, world);
    const told = { people: people.length, unsent: 0, unreached: [] };
    return { outcome: { of: "activity.called-off", activity, ...told, twin }, news };
  }
  const { news, unsent } = await callOff(tx, grant.actorId, found, { ...request, people }, world);
  const told = new Set(news.map((one) => one.to));
  const unreached = await listUnreached(
    tx,
    people.filter((one) => told.has(one.personId)),
    world,
  );
  return { outcome: { of: "activity.called-off", activity, people: people.length, unsent, unreached }, news };
}

const askFirst = (
  request: Cancel & { readonly seen: string },
  shown: {
    readonly activity: ActivityView;
    readonly sittings?: readonly ActivityView[];
    readonly people: number;
    readonly moved: boolean;
    readonly twin?: string;
  },
): SureOutcome => ({
  of: "sure",
  card: `c-${shown.activity.number}~${request.seen}`,
  request: { ...request, sure: true },
  question: { kind: "sure.cancel", ...shown, reason: request.reason },
});
