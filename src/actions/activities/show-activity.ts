import type { Tx } from "#db/client.ts";
import { listAttendees } from "#db/queries/attendance.ts";
import { findShownActivity } from "#db/queries/shown-activities.ts";
import type { ActivityOutcome, ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { ShowActivity } from "#src/domain/requests/activity-shown.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pageOf } from "../page-of.ts";
import { toTally } from "../attendance/mark-attendance.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

const NAMES_ON_A_PAGE = 30;

/** Shows one activity to a deputy who was called to it and to the staff who look after it. */
export async function showActivity(
  tx: Tx,
  { personId, scope }: Grant,
  { activity: number, names: which, of, page }: ShowActivity,
  world: World,
): Promise<ActivityOutcome | ActivityRefusal> {
  const found = await findShownActivity(tx, number, { personId, scope });
  if (found === undefined) return "activity-unknown";
  const { content, state, entered, startsAt, answer, answers, foretold } = found;
  if (which !== undefined && answers !== undefined) {
    const all = answers[which].map((one) => (typeof one === "string" ? { name: one } : one));
    const meant = of === undefined ? all : all.filter(({ name }) => name === of);
    return {
      of: "activity.names",
      activity: toActivityView(found, world),
      which,
      names: pageOf(meant, page, NAMES_ON_A_PAGE),
    };
  }
  const begun = startsAt <= world.now;
  const attendees = begun && answers !== undefined ? await listAttendees(tx, found.id) : [];
  const marked = attendees.some((one) => one.status !== "expected");
  return {
    of: "activity.shown",
    shown: {
      ...toActivityView(found, world),
      content,
      state,
      ...(entered === true ? { entered } : {}),
      begun,
      ...(answer === undefined ? {} : { answer }),
      ...(foretold === undefined ? {} : { foretold }),
      ...(answers === undefined ? {} : { answers }),
      ...(marked ? { tally: toTally(attendees) } : {}),
    },
  };
}
