import type { Tx } from "#db/client.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listDeputiesOf, listMandateIds } from "#db/queries/figures/found.ts";
import { countCases } from "#db/queries/figures/own.ts";
import { countTallyByKind } from "#db/queries/figures/tallies.ts";
import { addDays } from "#src/domain/day.ts";
import type { AttendanceTally } from "#src/domain/figures/attendance-view.ts";
import { type FigurePeriod, yearAround } from "#src/domain/figures/figure-period.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Grant } from "../gate.ts";
import { countAttendance, tallyOf } from "./counted-attendance.ts";
import { findMissing } from "./find-missing.ts";
import { span, toPage } from "./frame.ts";

/** A deputy's year, or another stretch of time, at a glance, for the staff who look after him or her. */
export async function showDeputy(
  tx: Tx,
  grant: Grant,
  { person, period }: Extract<FigureRequest, { do: "figures.profile" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  if (grant.scope.length === 0) return "others-duty";
  const found = await listDeputiesOf(tx, grant.scope, person, world.today);
  const [deputy, second] = found;
  if (deputy === undefined) return "no-such-deputy";
  if (second !== undefined)
    return {
      of: "figures.shown",
      view: {
        kind: "figures.which-deputy",
        deputies: found.map(({ name, code, group }) => ({ name, code, group })),
        today: world.today,
      },
    };
  const { today, zone } = world;
  const year = period ?? yearAround(today);
  const whose = { scope: grant.scope, deputyId: deputy.personId };
  const filter = { ...year, whose, waitedSince: waitedSince(world) };
  const instants = { from: toInstant(year.from, 0, zone), to: toInstant(addDays(year.to, 1), 0, zone) };
  const { tally, byKind } = await countTallyByKind(tx, filter);
  const view = {
    kind: "figures.profile",
    ...(period === undefined ? {} : { period }),
    name: deputy.name,
    group: deputy.group,
    year: tally,
    byKind: byKind.slice(0, 4),
    ...(await countCases(tx, deputy.personId, instants)),
    attendance: await tallyFor(tx, deputy.personId, year, world),
    today,
  } as const;
  return { of: "figures.shown", view, basis: { ...year, person } };
}

async function tallyFor(
  tx: Tx,
  personId: number,
  year: FigurePeriod,
  world: World,
): Promise<AttendanceTally> {
  const mandates = await listMandateIds(tx, { personId });
  return tallyOf(countAttendance(await listAttendanceFacts(tx, mandates), new Set(mandates), year, world));
}

/** Deputies of whom there is no record at all in a stretch. */
export async function showMissing(
  tx: Tx,
  grant: Grant,
  { basis, page }: Extract<FigureRequest, { do: "figures.missing" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const found = await findMissing(tx, grant, basis, world);
  if (typeof found === "string") return found;
  const { subject, deputies, missing } = found;
  const { limit, offset } = span(page);
  const names = missing.slice(offset, offset + limit).map((one) => one.name);
  const view = {
    kind: "figures.missing",
    subject,
    basis,
    deputies,
    names: toPage(names, page, missing.length),
  } as const;
  const table = { list: "missing", basis } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, table };
}
