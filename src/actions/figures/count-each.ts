import type { Tx } from "#db/client.ts";
import { countTally } from "#db/queries/figures/tallies.ts";
import type { AverageOver } from "#src/domain/figures/average.ts";
import type { FigureBasis } from "#src/domain/figures/figure-basis.ts";
import { namedOrgs } from "#src/domain/figures/named-orgs.ts";
import type { FigureOutcome, FigureRefusal } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { together } from "#src/kernel/together.ts";
import type { Grant } from "../gate.ts";
import { averageOver } from "./average-over.ts";
import { resolveFrame, toPage } from "./frame.ts";

/** More places nobody names in one question; each is counted by itself. */
const MOST_PLACES = 6;

/**
 * Several villages, or villages beside towns, each counted by itself: what was done in a village is told by the record's
 * place, and there is no sum of them that would not count some of it twice.
 */
export async function countEach(
  tx: Tx,
  grant: Grant,
  { basis: asked, over }: { readonly basis: FigureBasis; readonly over?: AverageOver | undefined },
  world: World,
): Promise<FigureOutcome | FigureRefusal> {
  const { org: _, orgs: __, ...basis } = asked;
  const names = namedOrgs(asked);
  if (names.length > MOST_PLACES) return "places-apart";
  const found = await together(
    names.map(async (org) => {
      const frame = await resolveFrame(tx, grant, { ...basis, org }, world);
      if (typeof frame === "string") return frame;
      const tally = await countTally(tx, frame.filter, { withDeputies: false });
      const average = over === undefined ? {} : { average: await averageOver(tx, over, tally, frame, world) };
      return { frame, line: { key: org, label: org, tally, ...average, basis: { ...basis, org } } };
    }),
  );
  const refused = found.find((one) => typeof one === "string" && one !== "no-such-org");
  if (typeof refused === "string") return refused;
  const without = names.filter((_name, at) => found[at] === "no-such-org");
  const each = found.filter((one) => typeof one !== "string");
  const [first] = each;
  if (first === undefined) return "no-such-org";
  const { subject } = first.frame;
  const lines = each.map(({ line }) => line);
  return {
    of: "figures.shown",
    view: {
      kind: "figures.cut",
      subject: { ...subject, whose: lines.map(({ label }) => label).join("、"), ...notThere(without) },
      by: "kind",
      apart: true,
      lines: toPage(lines, 1, lines.length),
      today: world.today,
    },
  };
}

const notThere = (without: readonly string[]) => (without.length === 0 ? {} : { without });
