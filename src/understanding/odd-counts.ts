import type { CountUnit } from "#src/domain/count-unit.ts";
import { atEnd, everywhere, guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";

const MOST = 100_000;
const MEASURES = new Set<CountUnit>(["yuan", "wan_yuan", "km", "mu", "hours", "days", "half_days"]);

const BELOW = atEnd(/(?:[-−负]|[\d一二两三四五六七八九十]点)$/u);

/** -3户, 0户, 99999999户: a slip, whatever was meant; `before` is the text that the number follows. */
export const isOdd = (before: string, unit: CountUnit, value: number): boolean =>
  value <= 0 || BELOW.test(before) || (!MEASURES.has(unit) && (value > MOST || !Number.isInteger(value)));

const MEASURED = guarded(
  /[kK箱桶袋张本棵株头只台套床斤吨米平方顿餐壶瓶盒包辆车条块根挑亩期届号级%折倍代种类样批份个月星年岁点时分组楼栋册面把双部枚幅株粒杯碗匹担捆筐篮排列间层座口眼段截道项句页章字轮圈趟遍声拨队班伙对元户人名位家件处所起场次天篇盏公千小里后前多余来万亿度寸尺丈步环路线航国中]/u,
);
const NUMERAL = everywhere(
  /(?<![\d.a-z第零一二两三四五六七八九十百千万几\u0001])\d+(?:\.\d+)?(?<after>[^\d\s,.,。;、:!?()"\u0001~+-])/giu,
);
/** A number stands beside no known unit, measure or mark: something was counted that was not understood. */
export const isLeftOver = (text: string, told: readonly number[]): boolean =>
  UNITLESS.test(text) ||
  IN_ALL.list(text).some(({ groups }) => !told.includes(Number(groups?.["number"]))) ||
  NUMERAL.list(text).some(({ groups }) => !MEASURED.test(groups?.["after"] ?? ""));

// 接待3, 群众电话4个: a number of nobody knows what.
const UNITLESS = guarded(
  /(?:接待|走访|慰问|调解|看望|接访|化解|入户)了?(?:\d{1,4})(?=[,。;\s]|$)|(?:电话|来电|来信|留言|微信)了?\d{1,3}个(?=[,。;\s]|$)/u,
);

// 帮他报销,一共2300: of what, nobody says.
const IN_ALL = everywhere(/(?:一共|总共|共计|合计)(?:是|有)?(?<number>\d{2,6})(?=[,。;\s]|$)/gu);

// 调研报告一份 is a paper; 200份传单, 台账1份, 问卷35份 are none that a deputy wrote.
const WRITTEN = "报告|文章|论文|总结|信息|调研材料|书面材料|文稿|提案";
const WRITTEN_BEFORE = new RegExp(`(?:${WRITTEN})(?:各|共|等|一共|总共)?$`, "u");
const WRITTEN_AFTER = new RegExp(`^[^,。;]{0,8}(?:${WRITTEN})`, "u");

/** True where what stands around a number of 份 is something that was written. */
export const isWritten = (before: string, after: string): boolean =>
  WRITTEN_BEFORE.test(before) || WRITTEN_AFTER.test(after);

// 看了三个地方, 资助了两名新生: something was counted, and no unit that is known.
const UNCOUNTED = everywhere(
  /(?<=[了有看跑走到助过查访和及、])(?<number>\d+|[两三四五六七八九十]{1,3})(?:多|余)?(?:个|名|位|处|所|家|户|样)(?!代表|是|月|半?小时|钟|专项|方面|季度|星期|礼拜|问题|意见|人[一都]|[个名位])[一-龥]/gu,
);

/** True where a number of things stands after a verb and is none of `counted`. */
export const isUncounted = (text: string, counted: readonly number[]): boolean =>
  UNCOUNTED.list(text).some(({ groups }) => {
    const value = parseNumber(groups?.["number"] ?? "")?.value;
    return value !== undefined && value > 1 && !counted.includes(value);
  });

// 看了两个充电棚: what is looked at on an inspection is a place, where it stands in one.
const LOOKED_AT = everywhere(
  new RegExp(
    `(?:看|查|视察|检查|走|跑|转|到|去)了?[^,。;\\d]{0,8}?(?<number>${NUMBER})个[一-龥]{1,6}?(?:棚|[站亭井塔池渠桥坝闸园馆厅库桩塘沟]|(?<!病)房|(?<!工)区|中心|设施|枢纽|路段|街面|卡口|食堂|车间)(?=[,。;\\s]|$)`,
    "gu",
  ),
);

/** How many places were looked at, where they are called by nothing that is known; undefined where none were. */
export function countSights(text: string): number | undefined {
  const [first, ...more] = LOOKED_AT.list(text, 2);
  return more.length > 0 ? undefined : parseNumber(first?.groups?.["number"] ?? "")?.value;
}
