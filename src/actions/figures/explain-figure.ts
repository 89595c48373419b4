import type { Tx } from "#db/client.ts";
import { listCounted } from "#db/queries/figures/records.ts";
import { countRecords } from "#db/queries/figures/tallies.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pagesOf, resolveFrame, span, toPage } from "./frame.ts";

/** The records that a figure was made of, and how they were counted. */
export async function explainFigure(
  tx: Tx,
  grant: Grant,
  { basis, page: wanted, states }: Extract<FigureRequest, { do: "figures.why" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const total = await countRecords(tx, frame.filter);
  const page = Math.min(wanted, pagesOf(total));
  const records = toPage(await listCounted(tx, frame.filter, { ...span(page), total }), page, total);
  const view = {
    kind: "figures.records",
    subject: frame.subject,
    records,
    ...(states === undefined ? {} : { states }),
  } as const;
  return { of: "figures.shown", view: { ...view, today: world.today }, basis };
}
