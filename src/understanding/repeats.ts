import type { CountUnit } from "#src/domain/count-unit.ts";
import { atEnd } from "./guarded.ts";

// 上午看了2处,下午3处: two amounts of one unit, and nobody says whether they are one.
const ANOTHER = atEnd(/[、和及,;][^,。;、\d一二两三四五六七八九十]{0,8}$/u);
// 上午3户,下午4户,一共7户: the sum of what was told before.
const SUM = atEnd(/(?:一共|总共|共计|合计|拢共|总计|加起来)[^,。;、\d一二两三四五六七八九十]{0,6}$/u);

/** Amounts of a unit that was counted before: a sum, parts of what was counted, or nobody knows. */
export class Repeats {
  private readonly rest = new Map<CountUnit, number>();
  private readonly doubted = new Set<CountUnit>();

  /** Takes a later amount of a unit; returns how much there is of it now. */
  take(unit: CountUnit, known: number, value: number, before: string): number {
    const rest = this.rest.get(unit) ?? 0;
    if (value > known && SUM.test(before)) {
      this.rest.delete(unit);
      this.doubted.delete(unit);
      return value;
    }
    this.rest.set(unit, rest + value);
    if (known !== value && ANOTHER.test(before)) this.doubted.add(unit);
    return known;
  }

  /** True where what was told later is neither the whole nor all of its parts: 庭审2件,一件民事一件行政 is no question. */
  areOdd(counts: Readonly<Partial<Record<CountUnit, number>>>): boolean {
    return [...this.doubted].some((unit) => this.rest.get(unit) !== counts[unit]);
  }
}
