import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { type Average, AVERAGES } from "#src/domain/figures/average.ts";
import type { CutLine, Tally } from "#src/domain/figures/figure-view.ts";

/** The average of a figure, with what it was divided by: nobody has to guess who is counted. */
export function averageLines(tally: Tally, average: Average | undefined): readonly string[] {
  if (average === undefined || tally.records === 0) return [];
  const { over, of } = average;
  if (of === 0) return ["平均没有算出来:这段时间里数不出有几位代表、几个月。请说从哪天到哪天。"];
  if (over === "activity") return [`平均(按${of}次算):每次${eachOf(tally, of, over)}`];
  if (over === "month") return [`平均(按${of}个月算,没过完的也算一个月):每月${eachOf(tally, of, over)}`];
  const all = `平均(按在任代表${of}位算,没有记录的也在内):每位${eachOf(tally, of, over)}`;
  return tally.deputies === of
    ? [all]
    : [all, `只按有记录的${tally.deputies}位算:每位${eachOf(tally, tally.deputies, over)}`];
}

/** The same behind a line of a divided figure: 在任5位,每位0.4次、2.0户. */
export function lineAverage({ tally, average }: Pick<CutLine, "tally" | "average">): string {
  if (average === undefined || tally.records === 0) return "";
  const { over, of } = average;
  if (of === 0) return over === "deputy" ? ",现在没有在任代表" : "";
  const by = over === "deputy" ? `在任${of}位,` : "";
  return `,${by}每${AVERAGES[over]}${eachOf(tally, of, over)}`;
}

const MOST_UNITS = 3;

function eachOf(
  { activities, counts }: Pick<Tally, "activities" | "counts">,
  of: number,
  over: Average["over"],
): string {
  const amounts = Object.keys(COUNT_UNITS)
    .filter(isCountUnit)
    .flatMap((unit) => {
      const n = counts[unit];
      return n === undefined ? [] : [`${rounded(n / of)}${COUNT_UNITS[unit]}`];
    });
  const times = over === "activity" ? [] : [`${rounded(activities / of)}次`];
  const each = [...times, ...amounts].slice(0, MOST_UNITS);
  return each.length === 0 ? "没有数量" : each.join("、");
}

/** What is less than half a tenth is no nought. */
const LEAST = 0.05;
const rounded = (n: number): string => (n > 0 && n < LEAST ? "不到0.1" : n.toFixed(1));
