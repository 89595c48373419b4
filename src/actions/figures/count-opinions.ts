import type { Tx } from "#db/client.ts";
import {
  listOpenOpinions,
  listOpinionCounts,
  type OpinionFilter,
} from "#db/queries/figures/opinion-counts.ts";
import { addDays } from "#src/domain/day.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { toInstant } from "#src/domain/local-time.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { showOwnCases } from "./show-own-cases.ts";
import { type Frame, span, resolveFrame, toPage } from "./frame.ts";

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
  const view = { kind: "figures.opinions", subject: frame.subject, basis, categories } as const;
  const table = { list: "opinions", basis } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, table };
}

/** The opinions that nobody has dealt with yet. */
export async function listBacklog(
  tx: Tx,
  grant: Grant,
  { basis, page }: Extract<FigureRequest, { do: "figures.backlog" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { lines, total } = await listOpenOpinions(
    tx,
    toOpinionFilter(grant, frame, basis, world),
    span(page),
  );
  const view = {
    kind: "figures.backlog",
    subject: frame.subject,
    basis,
    lines: toPage(lines, page, total),
  } as const;
  const table = { list: "opinions", basis: { ...basis, open: true } } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, table };
}

/** Which opinions a question of staff is about, by where they look after things. */
export function toOpinionFilter(
  grant: Grant,
  { filter }: Frame,
  { from, to, open, category, urgent }: FigureBasis,
  { zone }: World,
): OpinionFilter {
  const { whose, place } = filter;
  const { orgs, deputyId } = "scope" in whose ? whose : { orgs: undefined, deputyId: whose.personId };
  return {
    from: toInstant(from, 0, zone),
    to: toInstant(addDays(to, 1), 0, zone),
    scope: grant.scope,
    office: grant.isOffice && orgs === undefined,
    ...(orgs === undefined ? {} : { orgs }),
    ...(place === undefined ? {} : { place }),
    ...(deputyId === undefined ? {} : { bringerId: deputyId }),
    ...("personId" in whose ? { own: true as const } : {}),
    ...(open === undefined ? {} : { open }),
    ...(category === undefined ? {} : { category }),
    ...(urgent === undefined ? {} : { urgent }),
  };
}
