import type { CountUnit } from "#src/domain/count-unit.ts";
import { atEnd } from "./guarded.ts";

/** An amount where it stands in a text, and whether it was said only roughly. */
type Said = {
  readonly unit: CountUnit;
  readonly value: number;
  readonly index: number;
  readonly end: number;
  readonly rough: boolean;
};

const MONEY: readonly CountUnit[] = ["yuan", "wan_yuan"];

// 三个村卫生室和一个卫生院, 养老机构2处、托育机构3处: said in one breath, they are counted together.
const SUMMED: readonly CountUnit[] = ["places", "households", "enterprises", "lamps"];
const AND_MORE = /^[^,。;、和及\d]{0,8}[、和及][^,。;、\d]{0,8}$|^$/u;

// 上午看了2处,下午3处: two amounts of one unit, and nobody says whether they are one.
const ANOTHER = atEnd(
  /(?:[、和及,;]|下午|晚上|夜里|后来|又去?|再[去到])[^,。;、\d一二两三四五六七八九十]{0,8}$/u,
);
// 上午3户,下午4户,一共7户: the sum of what was told before.
const SUM = atEnd(/(?:一共|总共|共计|合计|拢共|总计|加起来)[^,。;、\d一二两三四五六七八九十]{0,6}$/u);

// 本月一共走了12户: the day is blank, and the sum may be that of more than this record tells of.
const OF_A_STRETCH = atEnd(
  /(?: {2}|累计|至今|目前|迄今)(?:我们?|已经?)*(?:一共|总共|共计|合计|拢共|总计)[^,。;、\d一二两三四五六七八九十]{0,6}$/u,
);

// 每人500元 says nothing of the whole: it counts nothing, and how much that is in all nobody is asked.
const EACH = atEnd(
  /(?:每天|天天|(?<![天日号晚上午第头\s\u0001])一天)[^,。;\d]{0,4}$|(?:每|人均|户均|平均|各|满意|其中)[^,。;]{0,4}$|一[人户家](?:家|人)?(?:发|给|送|补助?|拿)?了?$|每个?[人户家][^,。;]{0,4}$|(?:每|其中)[^,。;\d一二两三四五六七八九十百]{0,12}$/u,
);
// 一天6户, on several days: nor how many these are in all.
const A_DAY = atEnd(/(?:每天|天天|一天)[^,。;\d]{0,4}$/u);
const OF_WHICH = atEnd(/其中[^,。;\d一二两三四五六七八九十百]{0,12}$/u);
const OF_THEM =
  /^(?:都|也|很|表示|还|人家?|群众|村民)*(?:不?满意|不(?:太)?(?:同意|愿意?|赞成|答应)|反对|有意见|想不通)/u;

/** What a text counts, amount by amount. */
export class Amounts {
  readonly counts: Partial<Record<CountUnit, number>> = {};
  readonly approx = new Set<CountUnit>();
  private readonly rest = new Map<CountUnit, number>();
  private readonly doubted = new Set<CountUnit>();
  private each: CountUnit | undefined;
  private last: Said | undefined;
  /** Every amount that was told, also what is only a part of what was counted. */
  readonly told: number[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes the next amount of the text. */
  take(said: Said): void {
    const { unit, value, index, end, rough } = said;
    const before = this.text.slice(0, index);
    this.told.push(value);
    if (EACH.test(before) || OF_THEM.test(this.text.slice(end))) return this.share(said, before);
    const known = this.counts[unit];
    if (known === undefined) {
      this.counts[unit] = value;
      this.last = said;
      if (rough) this.approx.add(unit);
    } else if (this.isMore(said, known)) {
      this.counts[unit] = known + value;
      this.last = said;
    } else this.counts[unit] = this.again(unit, known, value, before);
  }

  /** True where something was counted twice over, or told of each only, and nobody says how much that is in all. */
  areOdd(): boolean {
    // 庭审2件,一件民事一件行政: all of the parts are no second amount.
    const twice = [...this.doubted].some((unit) => this.rest.get(unit) !== this.counts[unit]);
    if (twice || this.each === undefined) return twice;
    return this.counts[this.each] === undefined;
  }

  // 各5户: how many that is in all was not said.
  private share({ unit, value }: Said, before: string): void {
    // 其中邻里纠纷2件、土地纠纷1件: parts of what was counted.
    if (OF_WHICH.test(before)) this.rest.set(unit, (this.rest.get(unit) ?? 0) + value);
    if (!MONEY.includes(unit) && (before.endsWith("各") || A_DAY.test(before))) this.each = unit;
  }

  private isMore({ unit, value, index }: Said, known: number): boolean {
    const { last } = this;
    return (
      SUMMED.includes(unit) &&
      last?.unit === unit &&
      AND_MORE.test(this.text.slice(last.end, index)) &&
      (known !== value || last.end < index)
    );
  }

  private again(unit: CountUnit, known: number, value: number, before: string): number {
    const parts = known + (this.rest.get(unit) ?? 0);
    if (value > parts && OF_A_STRETCH.test(before)) this.doubted.add(unit);
    else if (value > known && SUM.test(before)) {
      this.doubted.delete(unit);
      return value;
    }
    this.rest.set(unit, (this.rest.get(unit) ?? 0) + value);
    if (known !== value && ANOTHER.test(before)) this.doubted.add(unit);
    return known;
  }
}
