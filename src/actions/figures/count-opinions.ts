import type { Tx } from "#db/client.ts";
import { listOpinions, listOpinionCounts, type OpinionFilter } from "#db/queries/figures/opinion-counts.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { BEFORE_ALL, yearAround } from "#src/domain/figures/figure-period.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { showOwnCases } from "./show-own-cases.ts";
import { type Frame, pagesOf, span, resolveFrame, toPage } from "./frame.ts";

/** What residents brought up, by category; staff only. A deputy who asks is shown what he or she brought. */
export async function countOpinions(
  tx: Tx,
  grant: Grant,
  { basis }: Extract<FigureRequest, { do: "figures.opinions" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal | "not-bound"> {
  if (grant.scope.length === 0) return showOwnCases(tx, grant, { do: "figures.own-cases", page: 1 }, world);
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const categories = await listOpinionCounts(tx, toOpinionFilter(grant, frame, basis, world));
  const before =
    basis.from === yearAround(world.today).from ? await waitingBefore(tx, grant, frame, basis, world) : 0;
  const view = { kind: "figures.opinions", subject: frame.subject, basis, categories, before } as const;
  const table = { list: "opinions", basis } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, table };
}

// In a new year what waits from the old one is in no figure of it.
const waitingBefore = (
  tx: Tx,
  grant: Grant,
  frame: Frame,
  basis: FigureBasis,
  world: World,
): Promise<number> =>
  countOpen(tx, grant, frame, { ...basis, from: BEFORE_ALL, to: addDays(basis.from, -1) }, world);

/** The opinions that nobody has dealt with yet; where every one is wanted, or those in whose words something stands, whatever became of them. */
export async function listBacklog(
  tx: Tx,
  grant: Grant,
  { basis: asked, page: wanted }: Extract<FigureRequest, { do: "figures.backlog" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const basis =
    asked.word === undefined && asked.every === undefined ? { ...asked, open: true as const } : asked;
  const frame = await resolveFrame(tx, grant, asked, world);
  if (typeof frame === "string") return frame;
  const filter = toOpinionFilter(grant, frame, basis, world);
  const counts = await listOpinionCounts(tx, filter);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const page = Math.min(wanted, pagesOf(total));
  const lines = await listOpinions(tx, filter, { ...span(page), zone: world.zone });
  const view = {
    kind: "figures.backlog",
    subject: frame.subject,
    basis: asked,
    lines: toPage(lines, page, total),
    ...(asked.waiting === undefined ? {} : { open: await countOpen(tx, grant, frame, asked, world) }),
  } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, table: { list: "opinions", basis } };
}

async function countOpen(
  tx: Tx,
  grant: Grant,
  frame: Frame,
  asked: FigureBasis,
  world: World,
): Promise<number> {
  const { waiting: _, ...basis } = asked;
  // Of all that was ever brought few are still open: only those are read.
  const left = { ...basis, open: true as const };
  const lines = await listOpinionCounts(tx, toOpinionFilter(grant, frame, left, world));
  return lines.reduce((sum, { open }) => sum + open, 0);
}

/** Which opinions a question of staff is about, by where they look after things. */
export function toOpinionFilter(
  grant: Grant,
  { filter }: Frame,
  { from, to, open, category, urgent, word, waiting }: FigureBasis,
  { zone, today }: World,
): OpinionFilter {
  const { whose, place } = filter;
  const { orgs, deputyId } = "scope" in whose ? whose : { orgs: undefined, deputyId: whose.personId };
  const last = waiting === undefined ? to : earlier(to, addDays(today, -waiting - 1));
  return {
    from: toInstant(from, 0, zone),
    to: toInstant(addDays(last, 1), 0, zone),
    scope: grant.scope,
    office: grant.isOffice && orgs === undefined,
    ...(orgs === undefined ? {} : { orgs }),
    ...(word === undefined ? {} : { word }),
    ...(place === undefined ? {} : { place }),
    ...(deputyId === undefined ? {} : { bringerId: deputyId }),
    ...("personId" in whose ? { own: true as const } : {}),
    ...(open === undefined ? {} : { open }),
    ...(category === undefined ? {} : { category }),
    ...(urgent === undefined ? {} : { urgent }),
  };
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
