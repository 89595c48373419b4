import type { Tx } from "#db/client.ts";
import { listFates } from "#db/queries/figures/fates.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { resolveFrame, span, toPage } from "./frame.ts";

/** What became of what staff wrote down for deputies, or sent back to them, in the asker's subtrees. */
export async function showFates(
  tx: Tx,
  grant: Grant,
  { of, basis, page }: Extract<FigureRequest, { do: "figures.fates" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { mandateIds, from, to, waitedSince } = frame.filter;
  const { on_behalf_waits_days: waits } = world.policy.records;
  const filter = { of, mandateIds, from, to, waitedSince, zone: world.zone, waits };
  const { rows, total, open } = await listFates(tx, filter, span(page));
  const { person } = basis;
  return {
    of: "figures.shown",
    view: {
      kind: "figures.fates",
      of,
      subject: frame.subject,
      ...(person === undefined ? {} : { person }),
      open,
      lines: toPage(rows, page, total),
      today: world.today,
    },
  };
}
