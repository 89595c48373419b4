import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import type { Day } from "#src/domain/day.ts";
import type { BesideView, Tally } from "#src/domain/figures/figure-view.ts";
import { amounts, period } from "./figure-words.ts";

/** What another stretch has of the same, and how much more or less that is: 2026年12月:3次,12户,多1次、4户. */
export function besideWords(now: Tally, { tally, period: stretch }: BesideView, today: Day): string {
  const sums = amounts(tally.counts);
  const open = stretch.to > today ? "(还没过完)" : "";
  const told =
    tally.records === 0 ? "没有计入的记录" : `${tally.activities}次${sums === "" ? "" : `,${sums}`}`;
  return `${period(stretch)}${open}:${told};${differences(tally, now)}`;
}

function differences(tally: Tally, than: Tally): string {
  const units = Object.keys(COUNT_UNITS).filter(isCountUnit);
  const all = [
    { by: tally.activities - than.activities, unit: "次" },
    ...units.map((unit) => ({
      by: (tally.counts[unit] ?? 0) - (than.counts[unit] ?? 0),
      unit: COUNT_UNITS[unit],
    })),
  ].filter(({ by }) => by !== 0);
  if (all.length === 0) return "一样多";
  return all
    .slice(0, MOST)
    .map(({ by, unit }) => `${by > 0 ? "多" : "少"}${Math.round(Math.abs(by) * 100) / 100}${unit}`)
    .join("、");
}
const MOST = 4;
