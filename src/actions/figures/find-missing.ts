import type { Tx } from "#db/client.ts";
import { listMissing, type MissingDeputy } from "#db/queries/figures/missing.ts";
import type { Day } from "#src/domain/day.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { type Frame, resolveFrame } from "./frame.ts";

/** Deputies without a record in a stretch, of how many, and what was asked about. */
export type Missing = {
  readonly subject: Subject;
  readonly deputies: number;
  readonly missing: readonly MissingDeputy[];
};

/** Looks for deputies of whom there is no record at all in a stretch. */
export async function findMissing(
  tx: Tx,
  grant: Grant,
  basis: FigureBasis,
  world: World,
): Promise<Missing | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { deputies, missing } = await listMissingIn(tx, frame, basis, world);
  return { subject: frame.subject, deputies, missing };
}

/** Who of a frame has no record at all in a stretch, of how many, and on which day they were in office. */
export async function listMissingIn(
  tx: Tx,
  frame: Frame,
  { to }: FigureBasis,
  { now, today }: World,
): Promise<Omit<Missing, "subject"> & { readonly on: Day }> {
  const on = to < today ? to : today;
  // Who has something waiting for a yes has reported: the wait is not held against anybody.
  return { on, ...(await listMissing(tx, { ...frame.filter, waitedSince: now }, on)) };
}
