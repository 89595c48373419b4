import type { CountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { countFamilies } from "./count-families.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { isGift, isLeftOver, isOdd } from "./odd-counts.ts";
import { guarded } from "./guarded.ts";
import { listMatches } from "./list-matches.ts";

/** What a text counts, and which of it only roughly. */
export type CountsFound = {
  readonly counts: Partial<Record<CountUnit, number>>;
  readonly approx: readonly CountUnit[];
  /** A number was meant but not said: 几户, 几十人. */
  readonly vague: boolean;
};

const PERSON =
  "(?:(?:贫困|困难|留守|孤寡|独居|残疾|低保|返乡|高龄|退役|空巢|建档立卡)*(?:群众|选民|居民|村民|老百姓|老乡|老人|老者|老汉|大妈|大娘|老太太?|大爷|乡亲|工友|学生|孩子|娃|老党员|党员|人员?|同志|困难群众|贫困学生|大学新生|新生|大学生|工人|农民工|妇女|儿童|来访|听众|观众|职工|患者|军人|家长|业主|商户))";

// Longer words first: 人次 before 人, 万元 before 元, 半天 before 天.
const UNITS: readonly (readonly [string, CountUnit])[] = [
  ["个?人次", "person_times"],
  ["万(?:余|多)?(?:元|块钱?|的?资金|(?=$|[,。;!\\s]))", "wan_yuan"],
  ["(?:元钱?|圆|块钱?|块)(?!去|来|儿|到|地|田|路|石|砖|板|玻璃)", "yuan"],
  ["(?:公里|千米)", "km"],
  ["亩", "mu"],
  ["盏", "lamps"],
  ["个?多?(?:小时|钟头)", "hours"],
  ["(?:户|个?(?:困难|贫困|低保|脱贫|受灾|农村|选民|残疾)*家庭)", "households"],
  [
    "家(?:企业|商户|超市|公司|店|厂|合作社|单位|饭店|餐馆|门店|门面|铺面|药店|小店|商家|养殖场|工厂|幼儿园|农家乐|民宿|店铺|便利店|餐饮|网吧|商铺|加油站|茶厂|酒厂|[一-龥]企|民营|小微|药企|规上)",
    "enterprises",
  ],
  ["(?:个|所|处)(?:企业|公司|工厂|商户)", "enterprises"],
  [
    "(?:个|座)(?!代表|人)[^,。;\\d个]{0,6}(?:处理厂|农贸市场|市场|学校|工地|小区|敬老院|养老院|卫生院|医院|社区|站点|点位|项目|水厂|电站|水库|山塘|桥|泵站|幼儿园|小学|中学|工程|车间|河段|景区|公园|卫生室)",
    "places",
  ],
  [
    "(?:个|名|位)(?:在建|重点|安置|民生|施工|整治)?(?:学校|工地|项目|点位?|小区|社区(?!工作|居民|干部)|村(?!民|里|支|干|医|寨|口)|站点?|场所|医院|卫生院|隐患点?|厂区|市场|敬老院|养老院|基地)",
    "places",
  ],
  ["家(?:学校|医院|卫生院|食堂|机构|养老院?|部门)", "places"],
  ["(?:处|所|个点|个点位)", "places"],
  [`(?:个|名|位)${PERSON}(?![^,。;]{0,6}(?:会(?!的)|小组|活动|议事))`, "persons"],
  ["号(?:人|群众|村民|居民)", "persons"],
  ["(?:名|位|人)(?!大|民|行|才|们|家|代表(?:一|也|都|和|跟|联|共|同|提))", "persons"],
  ["(?:条|个)(?:意见|建议|问题|诉求|线索|反映|社情民意)", "entries"],
  ["条(?!路|河|沟|街|是|件|鱼|裤|裙|毛巾|烟)", "entries"],
  ["[件宗](?:案|案件)", "cases"],
  ["宗", "cases"],
  ["件(?!衣|(?:大|小|实|好)?事|棉|是)", "items"],
  ["个?案(?:子|件)", "cases"],
  ["起", "cases"],
  ["(?:场|堂)(?:次)?", "sessions"],
  ["(?:篇|份)(?:调研)?(?:报告|文章|材料|论文|总结|信息)?", "papers"],
  ["(?:次|回(?![复答话访]))", "times"],
  ["天半", "days"],
  ["整?天", "days"],
];

// Groups by their place: naming dozens of them costs more than finding them. The number, how rough, the units, a bare 个.
const FIRST_UNIT = 3;
const COUNT = new RegExp(
  `(?<![第\\d.零一二两三四五六七八九十百千万几])(${NUMBER})(余|多|来|把)?(?:${UNITS.map(([source]) => `(${source})`).join("|")}|(个)(?=$|[,。;!\\s]))`,
  "gu",
);

/** What a clause of a report counts. Days, clocks and places must have been blanked before. */
export function findCounts(text: string, kind?: DutyKind): CountsFound {
  const counts: Partial<Record<CountUnit, number>> = {};
  const approx = new Set<CountUnit>();
  let odd = false;
  let each: CountUnit | undefined;
  for (const match of listMatches(COUNT, text)) {
    const [, number = "", rough] = match;
    const unit = unitOf(match, text.slice(0, match.index));
    const said = parseNumber(number);
    if (unit === undefined || said === undefined || isIdiom(text, match, unit, said.value, kind)) continue;
    const [key, value] =
      said.value === 0.5 && unit === "days" ? (["half_days", 1] as const) : ([unit, said.value] as const);
    if (isOdd(text.slice(0, match.index), key, value)) {
      odd = true;
      continue;
    }
    const before = text.slice(0, match.index);
    if (EACH.test(before)) {
      if (before.endsWith("各") && !MONEY.includes(key)) each = key;
      continue;
    }
    if (counts[key] !== undefined) {
      odd ||= counts[key] !== value && ANOTHER.test(before);
      continue;
    }
    counts[key] = value;
    if (said.approx || rough !== undefined) approx.add(key);
  }
  if (kind !== undefined && CASES.includes(kind) && counts.items !== undefined) {
    counts.cases ??= counts.items;
    delete counts.items;
  }
  countFamilies(text, counts, kind);
  heads(text, counts, approx);
  // 各5户: how many that is in all was not said.
  odd ||= each !== undefined && counts[each] === undefined;
  return { counts, approx: [...approx], vague: odd || VAGUE.test(text) || isLeftOver(text) };
}

// 养老机构2处、托育机构3处: two amounts of one unit, and nobody says whether they are one.
const ANOTHER = /[、和及,;][^,。;、\d一二两三四五六七八九十]{0,8}$/u;

// 调解1件 is a case, whatever stands between.
const CASES: readonly DutyKind[] = ["mediation", "petition_help", "court_observe"];

const MONEY: readonly CountUnit[] = ["yuan", "wan_yuan"];
// 每人500元 says nothing of the whole.
const EACH = /(?:每|人均|户均|平均|各|满意|其中)[^,。;]{0,4}$/u;

// 来了五十六个, 群众4个: heads, where the text speaks of people and names nothing else.
const HEADS = new RegExp(
  `(?<of>大概|大约|估计|来了?|到了?|到会|有|来访|群众|选民|居民|村民|人员|听众|受众|参加的人有|是)(?<number>${NUMBER})[来多余]?个(?=$|[,。;!\\s]|左右|都|是|人)|(?<=[,。;])(?<few>${NUMBER})个(?=[,。;])|(?<one>${NUMBER})[个名位][^,。;]{2,8}的(?:[^,。;\\d]{1,2})?(?:群众|选民|居民|村民|老乡|老人|人|老百姓|老党员|党员|学生|孩子|娃|户)`,
  "u",
);

function heads(text: string, counts: Partial<Record<CountUnit, number>>, approx: Set<CountUnit>): void {
  if (counts.persons !== undefined || counts.person_times !== undefined) return;
  const { number, one, few, of } = HEADS.exec(text)?.groups ?? {};
  const words = number ?? one ?? (/娃|学生|孩子|老人|群众|选民|村民|居民/u.test(text) ? few : undefined);
  const said = words === undefined ? undefined : parseNumber(words);
  if (said === undefined || (/有|是/u.test(of ?? "") && !/人|群众|选民|居民|村民/u.test(text))) return;
  counts.persons = said.value;
  if (said.approx) approx.add("persons");
}

const VAGUE = guarded(/(?<!十|百|好)(?:几|好些|许多|若干)(?:十|百)?(?:户|个?人(?!大)|名|位|家|条意见|件)/u);

// A thing said before its number tells what is counted: 项目3个, 旁听案件1件, 问题8个.
function unitOf(match: RegExpExecArray, before: string): CountUnit | undefined {
  const index = UNITS.findIndex((_unit, at) => match[FIRST_UNIT + at] !== undefined);
  const unit = UNITS[index]?.[1];
  if (
    unit === "households" &&
    /(?:企业|商户|公司|超市|门店|合作社|市场主体|个体工商户|个体户|餐馆|药店)$/u.test(before)
  )
    return "enterprises";
  if (unit === "items" && /(?:(?<![议提方询])案|案件|纠纷|矛盾)$/u.test(before)) return "cases";
  if (match[FIRST_UNIT + UNITS.length] === undefined) return unit;
  if (
    /(?:(?:项目|检测|安置|隐患|整治|监测|施工|考察|视察)点|项目|工程|点位|工地|学校|食堂|医院|卫生院|幼儿园|公园|水库|路段|河段|养老院|敬老院|车站|站点?|场所|隐患|市场|社区|村|小区)$/u.test(
      before,
    )
  )
    return "places";
  if (/(?:意见|建议|问题|诉求|线索)$/u.test(before)) return "entries";
  if (/(?:案件|(?<![议提方询])案|纠纷|矛盾)$/u.test(before)) return "cases";
  if (/(?:企业|商户|公司|超市|合作社|门店)$/u.test(before)) return "enterprises";
  return undefined;
}

// 一起 is together, 一次 may be one day, 一天 may be all day: only what stands beside them tells.
function isIdiom(
  text: string,
  match: RegExpExecArray,
  unit: CountUnit,
  value: number,
  kind: DutyKind | undefined,
): boolean {
  const after = text.slice(match.index + match[0].length);
  const before = text.slice(0, match.index);
  if (match[0] === "一个人" && (/[他她我]$/u.test(before) || /^(?:住|在|带|过|生活|照|去)/u.test(after)))
    return true;
  if (match[0] === "一个人" && /^(?:也|都)没/u.test(after)) return true;
  if (unit === "persons" && before.endsWith("\u0001") && after.startsWith("代表")) return true;
  if (unit === "cases" && match[0] === "一起" && kind !== undefined && CASES.includes(kind))
    return (
      /^(?:去|来|到|参加|调|处|做|把|给|解|走|看)/u.test(after) ||
      /(?:和|跟|与|同)[^,。]{1,12}$/u.test(before)
    );
  if (unit === "cases" && match[0] === "一起")
    return (
      !/(?:纠纷|矛盾|案件?)$|(?:解|处理|旁听|平息|审理)了?(?:成功)?了?$/u.test(before) &&
      !/^[^,,。]{0,10}(?:案|纠纷|矛盾|事故|事件|庭审)/u.test(after)
    );
  if (unit === "times" && /^(?:会议|全会|全体|常委|大会)/u.test(after)) return /[届会大]$/u.test(before);
  if (unit === "entries" && (after.startsWith("是") || (value === 1 && /[报记补录填]$/u.test(before))))
    return true;
  if (unit === "days" && value === 1 && (match[0] === "一天" || match[0] === "一整天"))
    return !/(?:培训|学习|活动|视察|调研|值班|考察|班|会)$|(?:干|做|搞|学|训|动|察|研|开|忙|走|跑|看|坐|守|值|查)了$|(?:为期|共|时间)$/u.test(
      before,
    );
  if (unit === "days" && value === 0.5) return /(?:说|等|找|劝|讲|谈|吵|问|摆)了?$/u.test(before);
  if (unit === "papers")
    return (
      (value === 1 && match[0] === "一份" && !/报告|材料/u.test(after)) ||
      (match[0].endsWith("份") && isGift(before, after))
    );
  return unit === "persons" && /^(?:大|代)/u.test(after) && match[0].endsWith("人");
}
