import type { Tx } from "#db/client.ts";
import { listMissingLines, listOpinionRows, listSeatNames } from "#db/queries/figures/list-lines.ts";
import { listOpinionCounts } from "#db/queries/figures/opinion-counts.ts";
import { rulesInForce } from "#src/domain/attendance/rules-in-force.ts";
import type { TableWanted } from "#src/domain/figures/export-data.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { AbsenceRow, ListData, SeatNames } from "#src/domain/figures/list-data.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { toOpinionFilter } from "./count-opinions.ts";
import { type CountedActivity, missedOf } from "./counted-attendance.ts";
import { listMissingIn } from "./find-missing.ts";
import { type Frame, resolveFrame } from "./frame.ts";
import { readAttendance, readCounted } from "./read-attendance.ts";

/** How many lines a list has, by the same rules as the answer in the chat. */
export async function countList(
  tx: Tx,
  grant: Grant,
  { basis, list }: TableWanted,
  world: World,
): Promise<{ readonly subject: Subject; readonly rows: number } | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { subject } = frame;
  switch (list) {
    case "absences":
      return { subject, rows: missedOf(await readCounted(tx, frame, basis, world), basis.least).length };
    case "missing":
      return { subject, rows: (await listMissingIn(tx, frame, basis, world)).missing.length };
    case "opinions": {
      const lines = await listOpinionCounts(tx, toOpinionFilter(grant, frame, basis, world));
      return { subject, rows: lines.reduce((sum, { count }) => sum + count, 0) };
    }
  }
}

/** A list for a table: every line of it, and what it adds up to. */
export async function collectList(
  tx: Tx,
  grant: Grant,
  { basis, list }: TableWanted,
  world: World,
): Promise<ListData | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const about = { subject: frame.subject, scope: grant.scope };
  switch (list) {
    case "absences":
      return { ...about, list, ...(await collectAbsences(tx, frame, basis, world)) };
    case "missing":
      return { ...about, list, ...(await collectMissing(tx, frame, basis, world)) };
    case "opinions": {
      const filter = toOpinionFilter(grant, frame, basis, world);
      return { ...about, list, rows: await listOpinionRows(tx, filter, world.zone) };
    }
  }
}

async function collectAbsences(tx: Tx, frame: Frame, basis: FigureBasis, world: World) {
  const { attendance: policy } = world.policy;
  const { counted, attendance } = await readAttendance(tx, frame, basis, world);
  const missed = missedOf(counted, basis.least);
  const seats = await listSeatNames(
    tx,
    missed.map(({ activity }) => activity.mandateId),
  );
  return {
    rows: missed.map((one) => toAbsenceRow(one, seats)),
    attendance,
    share: policy.minimum_share ?? null,
    rules: rulesInForce(policy, basis).map(({ cite }) => cite),
  };
}

function toAbsenceRow(
  { name, activity }: CountedActivity,
  seats: ReadonlyMap<number, SeatNames>,
): AbsenceRow {
  const { mandateId, number, title, date, kind, status, minutes = null } = activity;
  return { name, seat: seats.get(mandateId), number, title, date, kind, status, minutes };
}

async function collectMissing(tx: Tx, frame: Frame, basis: FigureBasis, world: World) {
  const { deputies, missing, on } = await listMissingIn(tx, frame, basis, world);
  const ids = missing.map(({ personId }) => personId);
  return { rows: await listMissingLines(tx, ids, frame.filter.whose, on), deputies, on };
}
