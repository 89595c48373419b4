import type { CountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { Amounts } from "./amounts.ts";
import { countFamilies } from "./count-families.ts";
import { countHeads } from "./count-heads.ts";
import { countMoney } from "./count-money.ts";
import { COUNTED, PERSON } from "./counted.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { plainAmounts } from "./plain-amounts.ts";
import { isIdiom } from "./is-idiom.ts";
import { isRough } from "./is-rough.ts";
import { countSights, isLeftOver, isOdd, isUncounted } from "./odd-counts.ts";
import { everywhere, guarded } from "./guarded.ts";

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
export function findCounts(told: string, kind?: DutyKind): CountsFound {
  const plain = plainAmounts(told, kind);
  const clear = EITHER.replace(plain, (words) => "\u0001".repeat(words.length));
  const text = OF_EACH.replace(TWO.replace(clear, "$&个"), (words) => `每${words.slice(1)}`);
  const amounts = new Amounts(text);
  let odd = false;
  for (const match of COUNT.list(text)) {
    const [words, number = "", rough] = match;
    const before = text.slice(0, match.index);
    const unit = unitOf(match, before);
    const said = parseNumber(number);
    if (unit === undefined || said === undefined || isIdiom(text, match, unit, said.value, kind)) continue;
    const [key, value] = measured(unit, said.value, words);
    if (isOdd(before, key, value)) odd = true;
    else
      amounts.take({
        unit: key,
        value,
        index: match.index,
        end: match.index + words.length,
        rough: said.approx || rough !== undefined || isRough(before, text.slice(match.index + words.length)),
      });
  }
  const { counts, approx } = amounts;
  countFamilies(text, counts, kind, approx);
  countMoney(text, counts, approx);
  if (kind === "publicity" && A_SESSION.test(text)) counts.sessions ??= 1;
  if (kind !== undefined && LOOKING.includes(kind) && NO_SIGHTS.every((unit) => counts[unit] === undefined)) {
    const sights = countSights(text);
    if (sights !== undefined) counts.places = sights;
  }
  const known = [...Object.values(counts), ...amounts.told];
  odd = countHeads(text, counts, approx) || odd || amounts.areOdd();
  return {
    counts,
    approx: [...approx],
    vague:
      odd ||
      clear !== plain ||
      VAGUE.test(text) ||
      (TWICE.test(text) && !SUMMED.test(text)) ||
      isLeftOver(text, known) ||
      isUncounted(text, known),
  };
}

// 做了场防溺水宣传: one, though no number is said.
const A_SESSION = guarded(/(?:做|搞|办|讲|开|组织|开展|举办|上)了[场堂](?!里|地|院)/u);
const LOOKING: readonly DutyKind[] = ["inspection", "livelihood_supervision", "group_activity"];
const NO_SIGHTS: readonly CountUnit[] = ["places", "enterprises", "households", "persons"];

// 12户还是21户: nobody knows which.
const EITHER = everywhere(
  new RegExp(`${NUMBER}(?<unit>[户人名位家件起次场个条处])(?:还|或者)是${NUMBER}\\k<unit>`, "gu"),
);

// 俩大学新生: two of them, and no other word between.
const TWO = everywhere(new RegExp(`(?<![他她它我你们])[俩仨](?=${PERSON})`, "gu"));

// 一人送了两百块, 一户3000: of each of them.
const OF_EACH = everywhere(
  new RegExp(
    `(?<![\\d一二三四五六七八九十百千第])一[人户家名](?=(?:送|发|给|补助?|奖|领|包|塞)了?${NUMBER}|${NUMBER}(?:元|块|$|[,。;]))`,
    "gu",
  ),
);

// 一个半小时: the half comes after the unit.
const HALF_MORE = guarded(/个半(?:小时|钟头)$|(?:公里|千米|亩|天)半$/u);

function measured(unit: CountUnit, value: number, words: string): readonly [CountUnit, number] {
  if (unit === "days" && value === 0.5) return ["half_days", 1];
  return [unit, HALF_MORE.test(words) ? value + 0.5 : value];
}

// 上午跑了3家,下午跑了5家: nobody adds them up.
const TWICE = guarded(
  new RegExp(
    `(?:上午|早上|中午)[^。;\\d]{0,8}${NUMBER}(?<unit>[户家人名位个件起])[^。;\\d]{0,8}(?:下午|晚上|夜里)[^。;\\d一二两三四五六七八九十]{0,8}${NUMBER}\\k<unit>`,
    "u",
  ),
);
const SUMMED = /共|合计|总计|加起来/u;

const VAGUE = guarded(
  /(?:走访?|接待?|慰问|看望?|访|调解|化解|跑|见|入户?|去)了?[^,。;\d]{0,10}好几(?:十|百)?(?:户|个?人|名|位|家|起)(?=[,。;]|$)|(?<!十|百|好)(?:几|好些|许多|若干)(?:十|百)?(?:户|个?人(?!大)|名|位|家|条意见|件)|数量(?:为|是|:)?\d{1,5}(?=[,。;\s]|$)/u,
);

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
  if (unit === "items" && /(?:(?<![议提方询积])案|案件)$/u.test(before)) return "cases";
  if (match[FIRST_UNIT + COUNTED.length] === undefined) return unit;
  if (
    /(?:(?:项目|检测|安置|隐患|整治|监测|施工|考察|视察)点|项目|工程|点位|窗口|摊位|卫生室|工地|学校|食堂|处理厂|水厂|电站|泵站|大棚|基地|医院|卫生院|幼儿园|公园|水库|路段|河段|养老院|敬老院|车站|站台|站点?|场所|隐患|市场|社区|村|小区)$/u.test(
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
