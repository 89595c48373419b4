import type { Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listCut } from "#db/queries/figures/cuts.ts";
import type { FoundOrg } from "#db/queries/figures/found.ts";
import { listSeatedOrgs } from "#db/queries/figures/seated-orgs.ts";
import { countTallyByKind } from "#db/queries/figures/tallies.ts";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import type { Cut, FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { monthAround } from "#src/domain/figures/figure-period.ts";
import type { CutLine } from "#src/domain/figures/figure-view.ts";
import type { FigureOutcome, FigureRefusal, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { withAverages } from "./average-over.ts";
import { countBrought } from "./count-brought.ts";
import { countWaiting } from "./count-waiting.ts";
import { countWhole } from "./count-whole.ts";
import { type Frame, pagesOf, span, resolveFrame, toPage } from "./frame.ts";
import { NOTHING, namedFor, withNamedLines } from "./named-lines.ts";

type Asked = Extract<FigureRequest, { do: "figures.cut" }>;

/** The last figure, divided another way; each line leads on to what it was made of. */
export async function cutDuty(
  tx: Tx,
  grant: Grant,
  { basis, by, page: wanted, whole, kinds, opinions, over, towns }: Asked,
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const frame = await resolveFrame(tx, grant, basis, world);
  if (typeof frame === "string") return frame;
  const apart = kinds === undefined ? undefined : await linesOfKinds(tx, frame.filter, kinds);
  const { lines, total, page, repeated } = apart ?? (await pageOfCut(tx, frame, by, wanted));
  const told = over === undefined ? lines : await withAverages(tx, over, { lines, by }, frame, world);
  const view = {
    kind: "figures.cut",
    subject: frame.subject,
    by,
    ...(whole === undefined ? {} : { whole: (await countWhole(tx, frame.filter, basis, world)).whole }),
    ...(apart === undefined ? {} : { apart: true as const }),
    ...(repeated === 0 ? {} : { repeated }),
    ...(towns === undefined || towns === total ? {} : { towns }),
    ...(apart === undefined ? await waitingBeside(tx, frame, lines, world) : {}),
    ...(opinions === undefined ? {} : { opinions: await countBrought(tx, grant, frame, basis, world) }),
    lines: toPage(
      told.map((line) => withBasis(line, basis, by)),
      page,
      total,
    ),
    today: world.today,
  } as const;
  // Lines of some kinds are no whole that 为什么 could explain: each leads to its own.
  return { of: "figures.shown", view, ...(apart === undefined ? { basis } : {}) };
}

// A nought alone would read as if there were nothing.
async function waitingBeside(
  tx: Tx,
  frame: Frame,
  lines: readonly CutLine[],
  world: World,
): Promise<{ readonly waiting?: number }> {
  if (frame.filter.mark !== undefined || lines.some(({ tally }) => tally.records > 0)) return {};
  const waiting = await countWaiting(tx, frame, world);
  return waiting === 0 ? {} : { waiting };
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
