import type { Tx } from "#db/client.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listPlainAttendance } from "#db/queries/figures/plain-attendance.ts";
import { isOfMeeting } from "#src/domain/activity.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { World } from "#src/domain/rules.ts";
import {
  addTallies,
  countAttendance,
  type CountedActivity,
  tallyOf,
  tallyOfPlain,
} from "./counted-attendance.ts";
import type { Frame } from "./frame.ts";

/** Every activity that was counted for somebody of a frame in the stretch of a basis. */
export async function readCounted(
  tx: Tx,
  { filter: { mandateIds } }: Frame,
  basis: FigureBasis,
  world: World,
): Promise<readonly CountedActivity[]> {
  const deputies = await listAttendanceFacts(tx, mandateIds, basis);
  return ofMeeting(countAttendance(deputies, new Set(mandateIds), basis, world), basis);
}

/** Of what was counted only what was at the kind of meeting that is asked about. */
export const ofMeeting = (
  counted: readonly CountedActivity[],
  { meeting }: Pick<FigureBasis, "meeting">,
): readonly CountedActivity[] =>
  meeting === undefined ? counted : counted.filter(({ activity }) => isOfMeeting(activity.kind, meeting));

/** The same, and how many came and stayed away in all, with those whose attendance is plain. */
export async function readAttendance(tx: Tx, frame: Frame, basis: FigureBasis, world: World) {
  const counted = await readCounted(tx, frame, basis, world);
  const all = await listPlainAttendance(tx, frame.filter.mandateIds, basis);
  const { meeting } = basis;
  const plain = meeting === undefined ? all : all.filter(({ fact }) => isOfMeeting(fact.kind, meeting));
  return { counted, attendance: addTallies(tallyOf(counted), tallyOfPlain(plain, world)) };
}
