import type { Tx } from "#db/client.ts";
import { countLeaves, listLeaveLines } from "#db/queries/figures/leave-lines.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { pagesOf, resolveFrame, span, toPage } from "./frame.ts";

/** Who asked for leave, from which activity, and what became of it; why is told to whoever decides on it alone. */
export async function showLeaves(
  tx: Tx,
  grant: Grant,
  { basis, page: wanted }: Extract<FigureRequest, { do: "figures.leaves" }>,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { mandateIds, from, to } = frame.filter;
  const { activity } = basis;
  const filter = { mandateIds, from, to, ...(activity === undefined ? {} : { activity }) };
  const counts = await countLeaves(tx, filter);
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const page = Math.min(wanted, pagesOf(total));
  const lines = toPage(await listLeaveLines(tx, filter, span(page)), page, total);
  const view = { kind: "figures.leaves", subject: frame.subject, basis, counts, lines } as const;
  return { of: "figures.shown", view: { ...view, today: world.today } };
}
