import type { Tx } from "#db/client.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { readCountedLines } from "#db/queries/figures/counted-lines.ts";
import { isCountUnit } from "#src/domain/count-unit.ts";
import { BETWEEN_VALUES } from "#src/domain/sheet.ts";

/** What the columns of a table of it add up to: lines, 计次, and each 计入. */
export async function addUp(tx: Tx, filter: CountedFilter, units: readonly string[]): Promise<number[]> {
  const sums = [0, 0, ...units.map(() => 0)];
  await readCountedLines(
    tx,
    filter,
    { units: units.filter(isCountUnit), zone: "Asia/Shanghai" },
    async (lines) => {
      for (const line of lines) {
        const [times, , ...amounts] = line.split(BETWEEN_VALUES).slice(10, 12 + units.length);
        for (const [at, n] of [1, Number(times), ...amounts.map(Number)].entries())
          sums[at] = (sums[at] ?? 0) + n;
      }
      await Promise.resolve();
    },
  );
  return sums;
}
