import type { CountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { countFamilies } from "./count-families.ts";
import { countHeads } from "./count-heads.ts";
import { countMoney } from "./count-money.ts";
import { COUNTED, PERSON } from "./counted.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { isIdiom } from "./is-idiom.ts";
import { isLeftOver, isOdd, isUncounted } from "./odd-counts.ts";
import { Repeats } from "./repeats.ts";
import { atEnd, everywhere, guarded } from "./guarded.ts";

/** What a text counts, and which of it only roughly. */
export type CountsFound = {
  readonly counts: Partial<Record<CountUnit, number>>;
  readonly approx: readonly CountUnit[];
  /** A number was meant but not said: 几户, 几十人. */
  readonly vague: boolean;
};

// Groups by their place: naming dozens of them costs more than finding them. The number, how rough, the units, a bare 个.
const FIRST_UNIT = 3;
const COUNT = everywhere(
  new RegExp(
    `(?<![第\\d.零一二两三四五六七八九十百千万几])(${NUMBER})(余|多|来|把)?(?:${COUNTED.map(([source]) => `(${source})`).join("|")}|(个)(?=$|[,。;!\\s]))`,
    "gu",
  ),
);

/** What a clause of a report counts. Days, clocks and places must have been blanked before. */
export function findCounts(text: string, kind?: DutyKind): CountsFound {
  const counts: Partial<Record<CountUnit, number>> = {};
  const approx = new Set<CountUnit>();
  let odd = false;
  const repeats = new Repeats();
  let each: CountUnit | undefined;
  let last: { readonly key: CountUnit; readonly end: number } | undefined;
  for (const match of COUNT.list(text)) {
    const [, number = "", rough] = match;
    const unit = unitOf(match, text.slice(0, match.index));
    const said = parseNumber(number);
    if (unit === undefined || said === undefined || isIdiom(text, match, unit, said.value, kind)) continue;
    const [key, value] = measured(unit, said.value, match[0]);
    if (isOdd(text.slice(0, match.index), key, value)) {
      odd = true;
      continue;
    }
    const before = text.slice(0, match.index);
    if (EACH.test(before) || OF_THEM.test(text.slice(match.index + match[0].length))) {
      if (before.endsWith("各") && !MONEY.includes(key)) each = key;
      continue;
    }
    const end = match.index + match[0].length;
    const known = counts[key];
    if (known !== undefined) {
      const more =
        SUMMED.includes(key) &&
        last?.key === key &&
        AND_MORE.test(text.slice(last.end, match.index)) &&
        (known !== value || last.end < match.index);
      counts[key] = more ? known + value : repeats.take(key, known, value, before);
      if (more) last = { key, end };
      continue;
    }
    counts[key] = value;
    last = { key, end };
    if (said.approx || rough !== undefined) approx.add(key);
  }
  countFamilies(text, counts, kind);
  countMoney(text, counts, approx);
  odd = countHeads(text, counts, approx) || odd;
  // 各5户: how many that is in all was not said.
  odd ||= repeats.areOdd(counts) || (each !== undefined && counts[each] === undefined);
  return {
    counts,
    approx: [...approx],
    vague: odd || VAGUE.test(text) || isLeftOver(text) || isUncounted(text, Object.values(counts)),
  };
}

// 一个半小时: the half comes after the unit.
const HALF_MORE = guarded(/个半(?:小时|钟头)$/u);

function measured(unit: CountUnit, value: number, words: string): readonly [CountUnit, number] {
  if (unit === "days" && value === 0.5) return ["half_days", 1];
  return [unit, HALF_MORE.test(words) ? value + 0.5 : value];
}

// 三个村卫生室和一个卫生院, 养老机构2处、托育机构3处: said in one breath, they are counted together.
const SUMMED: readonly CountUnit[] = ["places", "households", "enterprises", "lamps"];
const AND_MORE = /^[^,。;、和及\d]{0,8}[、和及][^,。;、\d]{0,8}$|^$/u;

const MONEY: readonly CountUnit[] = ["yuan", "wan_yuan"];
// 每人500元 says nothing of the whole.
const EACH = atEnd(
  /(?:每|人均|户均|平均|各|满意|其中)[^,。;]{0,4}$|(?:每|其中)[^,。;\d一二两三四五六七八九十百]{0,12}$/u,
);
const OF_THEM = guarded(/^(?:都|也|很|表示)*(?:不)?满意/u);

const VAGUE = guarded(/(?<!十|百|好)(?:几|好些|许多|若干)(?:十|百)?(?:户|个?人(?!大)|名|位|家|条意见|件)/u);

const PEOPLE = new RegExp(`${PERSON}$`, "u");

// A thing said before its number tells what is counted: 项目3个, 旁听案件1件, 问题8个.
function unitOf(match: RegExpExecArray, before: string): CountUnit | undefined {
  const index = COUNTED.findIndex((_unit, at) => match[FIRST_UNIT + at] !== undefined);
  const unit = COUNTED[index]?.[1];
  if (
    unit === "households" &&
    /(?:企业|商户|公司|超市|门店|合作社|市场主体|个体工商户|个体户|餐馆|药店)$/u.test(before)
  )
    return "enterprises";
  if (unit === "items" && /(?:(?<![议提方询])案|案件)$/u.test(before)) return "cases";
  if (match[FIRST_UNIT + COUNTED.length] === undefined) return unit;
  if (
    /(?:(?:项目|检测|安置|隐患|整治|监测|施工|考察|视察)点|项目|工程|点位|窗口|摊位|卫生室|工地|学校|食堂|医院|卫生院|幼儿园|公园|水库|路段|河段|养老院|敬老院|车站|站台|站点?|场所|隐患|市场|社区|村|小区)$/u.test(
      before,
    )
  )
    return "places";
  if (PEOPLE.test(before)) return "persons";
  if (/(?:意见|建议|问题|诉求|线索)$/u.test(before)) return "entries";
  if (/(?:案件|(?<![议提方询])案|纠纷|矛盾)$/u.test(before)) return "cases";
  if (/(?:企业|商户|公司|超市|合作社|门店)$/u.test(before)) return "enterprises";
  return undefined;
}
