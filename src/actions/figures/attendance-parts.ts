import type { Tx } from "#db/client.ts";
import { listMandateParts, listNamesInOrder } from "#db/queries/figures/mandate-parts.ts";
import { listPlainAttendance } from "#db/queries/figures/plain-attendance.ts";
import { listSeatedOrgs } from "#db/queries/figures/seated-orgs.ts";
import { isOfMeeting } from "#src/domain/activity.ts";
import type { AttendanceTally } from "#src/domain/figures/attendance-view.ts";
import type { FigureBasis, FigurePart } from "#src/domain/figures/figure-basis.ts";
import { tallyAttendance } from "#src/domain/figures/tally-attendance.ts";
import type { FigureOutcome } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { pageOf } from "../page-of.ts";
import { addTallies, tallyOf, tallyOfPlain } from "./counted-attendance.ts";
import type { Frame } from "./frame.ts";
import { readCounted } from "./read-attendance.ts";

type Parts = ReadonlyMap<number | null, AttendanceTally>;

/** More lines than a district has groups. */
const MOST = 200;

/** Attendance with a line for each township, group or station in which somebody sits, in the order of the register. */
export async function showAttendanceCut(
  tx: Tx,
  frame: Frame,
  { basis, page }: { readonly basis: FigureBasis; readonly page: number },
  world: World,
): Promise<FigureOutcome> {
  const { each: by = "township", ...rest } = basis;
  const parts = await attendanceBy(tx, frame, basis, by, world);
  const orgs = await listSeatedOrgs(tx, frame.filter.mandateIds, by, basis, MOST);
  const lines = orgs.map(({ id, name: label }) => ({
    label,
    tally: parts.get(id) ?? tallyAttendance([]),
    basis: { ...rest, parts: [...(basis.parts ?? []), { by, id }] },
  }));
  const without = parts.get(null);
  const unseated = without === undefined || without.expected === 0 ? [] : [{ label: "", tally: without }];
  const attendance = [...parts.values()].reduce(addTallies, tallyAttendance([]));
  const view = { kind: "figures.attendance-cut", subject: frame.subject, basis, by, attendance } as const;
  return {
    of: "figures.shown",
    view: { ...view, lines: pageOf([...lines, ...unseated], page), today: world.today },
    absences: rest,
    table: { list: "absences", basis: rest },
  };
}

/** Who was called to something and was never absent, or came every time, by name: nobody stands before another for it. */
export async function showAlwaysThere(
  tx: Tx,
  frame: Frame,
  { basis, page }: { readonly basis: FigureBasis; readonly page: number },
  world: World,
): Promise<FigureOutcome> {
  const parts = await attendanceBy(tx, frame, basis, "deputy", world);
  const called = [...parts].filter(([, { expected }]) => expected > 0);
  const there = called.filter(([, { expected, present, absent }]) =>
    basis.always === "present" ? present === expected : absent === 0,
  );
  const names = await listNamesInOrder(
    tx,
    there.flatMap(([id]) => id ?? []),
  );
  return {
    of: "figures.shown",
    view: {
      kind: "figures.always-there",
      subject: frame.subject,
      basis,
      called: called.length,
      names: pageOf(names, page),
      today: world.today,
    },
  };
}

async function attendanceBy(
  tx: Tx,
  frame: Frame,
  basis: FigureBasis,
  by: FigurePart["by"],
  world: World,
): Promise<Parts> {
  const { mandateIds } = frame.filter;
  const partOf = await listMandateParts(tx, mandateIds, by);
  const counted = await readCounted(tx, frame, basis, world);
  const all = await listPlainAttendance(tx, mandateIds, basis, by);
  const { meeting } = basis;
  const plain = meeting === undefined ? all : all.filter(({ fact }) => isOfMeeting(fact.kind, meeting));
  const noted = Map.groupBy(counted, ({ activity }) => partOf.get(activity.mandateId) ?? null);
  const rest = Map.groupBy(plain, (one) => one.part);
  return new Map(
    [...new Set([...noted.keys(), ...rest.keys()])].map((part) => [
      part,
      addTallies(tallyOf(noted.get(part) ?? []), tallyOfPlain(rest.get(part) ?? [], world)),
    ]),
  );
}
