import type { CountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { everywhere, guarded } from "./guarded.ts";

// 两家调解 are two families; 家 beside firms is a firm.
const FAMILIES = everywhere(
  new RegExp(
    `(?<number>${NUMBER})家(?![\\d一二两三四五六七八九十]{1,2}口|养?[猪牛羊鸡鸭鱼蜂]场|大棚|企业|商户|超市|公司|[一-龥]{0,3}店(?![村镇乡组社坝街子])|厂|合作社|单位|饭店|餐馆|门店|门面|铺面|药店|小店|商家|养殖场|工厂|幼儿园|农家乐|民宿|店铺|便利店|餐饮|网吧|商铺|加油站|[一-龥]{0,4}(?:茶厂|酒厂|厂子?|网点|餐馆|饭馆|酒店|宾馆|诊所|作坊)|[一-龥]企|民营|小微|药企|规上|学校|医院|卫生院|食堂|机构|养老|部门)(?<of>人|农户|困难|低保|住户|邻居)?`,
    "gu",
  ),
);
// 茶企两家, 走茶厂,走了三家: firms said before the number of them.
const FIRM =
  "(?:企业?|商户|超市|公司|店|[店商门]?铺子?|厂家?|合作社|商家|单位|门面|铺面|部门|餐馆|饭馆|作坊|网点|摊位|个体户|农家乐|民宿)";
const FIRMS_BEFORE = guarded(new RegExp(`${FIRM}(?!门口|旁|附近|里|员|工)[^,。;]{0,4}$`, "u"));
const FIRMS_TOLD = guarded(
  new RegExp(
    `(?:走访?|看|查|跑|转|进|到|访|把|个|[街沿]|园区|几家)[^,。;的]{0,6}?${FIRM}(?=都?(?:走|跑|转|看|查|访)|[,、])`,
    "u",
  ),
);
// 租户5家, 困难家庭3家: families, whatever else is spoken of.
const HOMES_BEFORE = guarded(/(?:(?<!商|个体|门|客|专业)户|家庭|人家|租客|邻居)[^,。;\d]{0,2}$/u);

// 医院1家, 学校两家: neither families nor firms.
const HOUSES_BEFORE = guarded(/(?:医院|卫生院|学校|幼儿园|食堂|养老院|敬老院|福利院)[^,。;\d]{0,2}$/u);

// Where these are done, 两家 are firms.
const AT_FIRMS: readonly DutyKind[] = ["law_inspection", "enterprise_visit", "gov_supervision"];

/** Reads the 家 of a text: families, or firms where firms are spoken of; adds what it finds to `counts`. */
export function countFamilies(
  text: string,
  counts: Partial<Record<CountUnit, number>>,
  kind: DutyKind | undefined,
  approx: Set<CountUnit>,
): void {
  const [match, ...more] = FAMILIES.list(text, MOST);
  const said = parseNumber(match?.groups?.["number"] ?? "");
  if (match === undefined || said === undefined) return;
  const { value } = said;
  const before = text.slice(0, match.index);
  if (HOUSES_BEFORE.test(before)) {
    counts.places = (counts.places ?? 0) + value;
    return;
  }
  const firms =
    !HOMES_BEFORE.test(before) &&
    (FIRMS_BEFORE.test(before) ||
      FIRMS_TOLD.test(before) ||
      /企业|商户|超市|公司|商场|饭店|药店|门店|餐馆|酒店|工厂/u.test(text) ||
      (kind !== undefined && AT_FIRMS.includes(kind)));
  // 走访企业两家,一家茶厂一家酒厂: the whole, and then its parts.
  if (firms) counts.enterprises = Math.max(counts.enterprises ?? 0, value + inRow(text, match, more));
  else if (value < 100) counts.households ??= value;
  // 看了四五家: about as many.
  if (said.approx) approx.add(firms ? "enterprises" : "households");
  if (!firms) countFirmsToo(text, more, counts);
}

// 住户11家,沿街商户3家: firms beside the families.
function countFirmsToo(
  text: string,
  more: readonly RegExpExecArray[],
  counts: Partial<Record<CountUnit, number>>,
): void {
  const other = more.find((one) => FIRMS_BEFORE.test(text.slice(0, one.index)));
  const value = parseNumber(other?.groups?.["number"] ?? "")?.value;
  if (value !== undefined) counts.enterprises ??= value;
}

const MOST = 6;
const JOINED = /^家[、和及][^,。;、\d]{2,8}$/u;

// 餐馆12家、超市3家: told in a row, they are counted together.
function inRow(text: string, first: RegExpExecArray, more: readonly RegExpExecArray[]): number {
  let sum = 0;
  let last = first;
  for (const one of more) {
    const end = last.index + (last.groups?.["number"] ?? "").length;
    if (!JOINED.test(text.slice(end, one.index))) break;
    sum += parseNumber(one.groups?.["number"] ?? "")?.value ?? 0;
    last = one;
  }
  return sum;
}
