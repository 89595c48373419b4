import type { Tx } from "#db/client.ts";
import { countDeputiesInEach, countDeputiesInOffice } from "#db/queries/figures/deputies-in-office.ts";
import { monthOf, yearOf } from "#src/domain/day.ts";
import type { Average, AverageOver } from "#src/domain/figures/average.ts";
import { BEFORE_ALL, type FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { Cut } from "#src/domain/figures/figure-basis.ts";
import type { CutLine, Tally } from "#src/domain/figures/figure-view.ts";
import type { World } from "#src/domain/rules.ts";
import type { Frame } from "./frame.ts";

/**
 * What a figure is divided by for an average: deputies in office on its last day so far, whether or not they have a
 * record; its activities; or its months up to now, the running one among them. Over 历年 there is no number of months.
 */
export async function averageOver(
  tx: Tx,
  over: AverageOver,
  { activities }: Pick<Tally, "activities">,
  { filter }: Frame,
  { today }: World,
): Promise<Average> {
  const to = filter.to < today ? filter.to : today;
  switch (over) {
    case "deputy":
      return { over, of: await countDeputiesInOffice(tx, filter.whose, to) };
    case "activity":
      return { over, of: activities };
    case "month":
      return { over, of: filter.from === BEFORE_ALL ? 0 : monthsIn({ from: filter.from, to }) };
  }
}

/**
 * Lines of a divided figure, each with what it is divided by for its average. By kind and by month everybody in office is
 * in each line.
 */
export async function withAverages(
  tx: Tx,
  over: AverageOver,
  { lines, by }: { readonly lines: readonly CutLine[]; readonly by: Cut },
  frame: Frame,
  world: World,
): Promise<readonly CutLine[]> {
  const { whose, to } = frame.filter;
  if (over === "activity")
    return lines.map((line) => ({ ...line, average: { over, of: line.tally.activities } }));
  if (over === "month" || by === "kind" || by === "month" || !("scope" in whose)) {
    const average = await averageOver(tx, over, { activities: 0 }, frame, world);
    return lines.map((line) => ({ ...line, average }));
  }
  const each = await countDeputiesInEach(tx, whose, by, to < world.today ? to : world.today);
  return lines.map((line) => ({ ...line, average: { over, of: each.get(line.key) ?? 0 } }));
}

const monthsIn = ({ from, to }: FigurePeriod): number =>
  Math.max(1, (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1);
