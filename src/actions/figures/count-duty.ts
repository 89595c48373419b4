import type { Tx } from "#db/client.ts";
import { countTally } from "#db/queries/figures/tallies.ts";
import { countSubmitted } from "#db/queries/figures/records.ts";
import { countFiledIn } from "#db/queries/figures/filed-in.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Cut, FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { isTown } from "#src/domain/is-town.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { averageOver } from "./average-over.ts";
import { countEach } from "./count-each.ts";
import { countWaiting } from "./count-waiting.ts";
import { countWhole } from "./count-whole.ts";
import { resolveFrame } from "./frame.ts";

type Asked<K extends FigureRequest["do"]> = Extract<FigureRequest, { do: K }>;
/** One more than are named, so that more is said to be more. */
const MOST_KINDS = 4;

/** How much duty was done, beside the same stretch one year before. */
export async function countDuty(
  tx: Tx,
  grant: Grant,
  { basis, over, filed, beside }: Asked<"figures.count">,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (frame === "places-apart")
    return filed === undefined ? countEach(tx, grant, { basis, over }, world) : frame;
  if (typeof frame === "string") return frame;
  const { filter, subject } = frame;
  const { whole, byKind: kinds } = await countWhole(tx, filter, basis, world);
  const byKind = basis.kind === undefined ? kinds.slice(0, MOST_KINDS) : [];
  const cuts = cutsFrom(grant, basis);
  const isSubmitted = basis.kind !== undefined && SUBMITTED.has(basis.kind);
  // What staff entered and nobody has said yes to is in no figure: a nought alone would read as if there were nothing.
  const waiting =
    whole.tally.records > 0 || basis.mark !== undefined ? 0 : await countWaiting(tx, frame, world);
  const average = over === undefined ? undefined : await averageOver(tx, over, whole.tally, frame, world);
  const submitted = isSubmitted ? { submitted: await countSubmitted(tx, filter) } : {};
  return {
    of: "figures.shown",
    view: {
      kind: "figures.tally",
      subject,
      ...whole,
      byKind,
      cuts,
      ...submitted,
      ...(filed === undefined ? {} : { filed: await countFiledIn(tx, filter, world.zone) }),
      ...(average === undefined ? {} : { average }),
      ...(beside === undefined
        ? {}
        : { beside: { tally: await countTally(tx, { ...filter, ...beside }), period: beside } }),
      ...(waiting === 0 ? {} : { waiting }),
      today: world.today,
    },
    basis,
  };
}

// Of these there is a list of its own, which may hold fewer than were told.
const SUBMITTED: ReadonlySet<DutyKind> = new Set(["suggestion_lead", "motion_lead"]);

function cutsFrom(grant: Grant, basis: FigureBasis): Cut[] {
  const parts = (basis.parts ?? []).map((one) => one.by);
  if (parts.length > 0) return waysOn(basis, parts);
  if (basis.own === true || basis.person !== undefined || grant.scope.length === 0)
    return basis.kind === undefined ? ["kind", "month"] : ["month"];
  if (isOneTownship(grant, basis))
    return basis.kind === undefined ? ["kind", "group", "deputy", "month"] : ["group", "deputy", "month"];
  return basis.kind === undefined ? ["kind", "township", "month"] : ["township", "deputy", "month"];
}

// Divided by townships it would be one line.
const isOneTownship = ({ roles }: Grant, { org }: FigureBasis): boolean =>
  org === undefined
    ? roles.length === 1 && roles.every(({ role }) => role.startsWith("township_"))
    : isTown(org);

// From a line that was tapped, what has not been divided yet; a deputy is in one group and station as a rule.
function waysOn(basis: FigureBasis, parts: readonly Cut[]): Cut[] {
  const isDone = (by: Cut): boolean =>
    parts.includes(by) ||
    (by === "kind" && basis.kind !== undefined) ||
    (by !== "kind" && by !== "month" && parts.includes("deputy"));
  return (["kind", "group", "station", "deputy", "month"] as const).filter((by) => !isDone(by));
}
