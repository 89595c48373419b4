import type { Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listCut } from "#db/queries/figures/cuts.ts";
import type { FoundOrg } from "#db/queries/figures/found.ts";
import { listSeatedOrgs } from "#db/queries/figures/seated-orgs.ts";
import { countSubmitted } from "#db/queries/figures/records.ts";
import { countFiledIn } from "#db/queries/figures/filed-in.ts";
import { countRecords, countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import type { Cut, FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { monthAround, yearBefore } from "#src/domain/figures/figure-period.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import { isTown } from "#src/domain/is-town.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { countBrought } from "./count-brought.ts";
import { averageOver } from "./average-over.ts";
import { countEach } from "./count-each.ts";
import { type Frame, pagesOf, span, resolveFrame, toPage } from "./frame.ts";
import { namedFor, withNamedLines } from "./named-lines.ts";

type Asked<K extends FigureRequest["do"]> = Extract<FigureRequest, { do: K }>;
/** One more than are named, so that more is said to be more. */
const MOST_KINDS = 4;

/** How much duty was done, beside the same stretch one year before. */
export async function countDuty(
  tx: Tx,
  grant: Grant,
  { basis, over, filed }: Asked<"figures.count">,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (frame === "places-apart") return countEach(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const { filter, subject } = frame;
  const { whole, byKind: kinds } = await countWhole(tx, filter, basis, world);
  const byKind = basis.kind === undefined ? kinds.slice(0, MOST_KINDS) : [];
  const cuts = cutsFrom(grant, basis);
  const isSubmitted = basis.kind !== undefined && SUBMITTED.has(basis.kind);
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
      ...(waiting === 0 ? {} : { waiting }),
      today: world.today,
    },
    basis,
  };
}

// What staff entered and nobody has said yes to is in no figure: a nought alone would read as if there were nothing.
const countWaiting = (tx: Tx, { filter }: Frame, { now }: World): Promise<number> =>
  countRecords(tx, { ...filter, waitedSince: now });

// Of these there is a list of its own, which may hold fewer than were told.
const SUBMITTED: ReadonlySet<DutyKind> = new Set(["suggestion_lead", "motion_lead"]);

async function countWhole(tx: Tx, filter: CountedFilter, basis: FigureBasis, { today }: World) {
  const beforePeriod = yearBefore(basis, today);
  const { tally, byKind } = await countTallyByKind(tx, filter);
  const before = await countTally(tx, { ...filter, ...beforePeriod }, { withDeputies: false });
  return { whole: { tally, before, beforePeriod }, byKind };
}

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

/** The last figure, divided another way; each line leads on to what it was made of. */
export async function cutDuty(
  tx: Tx,
  grant: Grant,
  { basis, by, page: wanted, whole, kinds, opinions }: Asked<"figures.cut">,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const apart = kinds === undefined ? undefined : await linesOfKinds(tx, frame.filter, kinds);
  const { lines, total, page, repeated } = apart ?? (await pageOfCut(tx, frame, by, wanted));
  const view = {
    kind: "figures.cut",
    subject: frame.subject,
    by,
    ...(whole === undefined ? {} : { whole: (await countWhole(tx, frame.filter, basis, world)).whole }),
    ...(apart === undefined ? {} : { apart: true as const }),
    ...(repeated === 0 ? {} : { repeated }),
    ...(opinions === undefined ? {} : { opinions: await countBrought(tx, grant, frame, basis, world) }),
    lines: toPage(
      lines.map((line) => withBasis(line, basis, by)),
      page,
      total,
    ),
    today: world.today,
  } as const;
  // Lines of some kinds are no whole that 为什么 could explain: each leads to its own.
  return { of: "figures.shown", view, ...(apart === undefined ? { basis } : {}) };
}

type CutPage = Awaited<ReturnType<typeof listCut>> & { readonly page: number };

// Beyond the last page there is nothing, not even how many there are.
async function pageOfCut(tx: Tx, frame: Frame, by: Cut, page: number): Promise<CutPage> {
  const named = await listLines(tx, frame, by);
  if (named.length === 0 || named.length > MOST_NAMED) return pageOfAll(tx, frame.filter, by, page);
  const found = await listCut(tx, frame.filter, by, { limit: MOST_NAMED, offset: 0 });
  const lines = withNamedLines(found.lines, named);
  const shown = Math.min(page, pagesOf(lines.length));
  const { limit, offset } = span(shown);
  return { ...found, lines: lines.slice(offset, offset + limit), total: lines.length, page: shown };
}

// Where nothing was done is told as well: 各镇 is of each of them. What was tapped into is of one.
async function listLines(tx: Tx, { several, filter }: Frame, by: Cut): Promise<readonly FoundOrg[]> {
  const named = namedFor(by, several);
  const isOfOrgs = by === "township" || by === "group" || by === "station";
  const { whose, mandateIds } = filter;
  if (named.length > 0 || !isOfOrgs || !("scope" in whose)) return named;
  if (whose.deputyId !== undefined || whose.parts !== undefined || filter.place !== undefined) return named;
  return listSeatedOrgs(tx, mandateIds, by, filter, MOST_NAMED + 1);
}

async function pageOfAll(tx: Tx, filter: CountedFilter, by: Cut, page: number): Promise<CutPage> {
  const found = { ...(await listCut(tx, filter, by, span(page))), page };
  return found.lines.length > 0 || page <= 1 ? found : pageOfAll(tx, filter, by, 1);
}

/** More lines than a district has townships; of more only those are told where something was done. */
const MOST_NAMED = 80;

async function linesOfKinds(tx: Tx, filter: CountedFilter, kinds: readonly DutyKind[]): Promise<CutPage> {
  const { byKind } = await countTallyByKind(tx, filter, { withDeputies: false });
  const lines = kinds.map(
    (kind) => byKind.find((line) => line.key === kind) ?? { key: kind, label: kind, tally: NOTHING },
  );
  return { lines, total: 1, page: 1, repeated: 0 };
}

const NOTHING = { records: 0, activities: 0, unconfirmed: 0, counts: {} } as const;

const withBasis = (
  line: CutLine,
  basis: FigureBasis,
  by: Cut,
): CutLine & { readonly basis?: FigureBasis } => {
  const made = basisOfLine(line.key, basis, by);
  return made === undefined ? line : { ...line, basis: made };
};

/** What one line of a divided figure was made of; undefined for what belongs to no part. */
export function basisOfLine(key: string, basis: FigureBasis, by: Cut): FigureBasis | undefined {
  if (by === "kind") return isDutyKind(key) ? { ...basis, kind: key } : undefined;
  if (by === "month") {
    const { from, to } = monthAround(key);
    return {
      ...basis,
      from: from < basis.from ? basis.from : from,
      to: to > basis.to ? basis.to : to,
    };
  }
  if (key === "" || basis.own === true) return undefined;
  return { ...basis, parts: [...(basis.parts ?? []), { by, id: Number(key) }] };
}
