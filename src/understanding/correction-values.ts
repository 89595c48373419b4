import { type CountUnit, isCountUnit } from "#src/domain/count-unit.ts";
import { type Day } from "#src/domain/day.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { isOpinionCategory, OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";
import { isSorted, rankCategories } from "./categories.ts";
import { everywhere, guarded } from "./guarded.ts";
import { fieldNamed } from "./correction-fields.ts";
import { findCounts } from "./counts.ts";
import { findDates, findTime } from "./dates/find-dates.ts";
import { mainKind } from "./kinds.ts";
import { findNames } from "./names.ts";
import { parseNumber } from "./numbers.ts";
import type { Correction, ReadingContext } from "./understanding.ts";

/** What a value that was said for a field, as one calls it, makes of it; "unclear" where it is none for that field. */
export function byField(
  called: string,
  value: string,
  today: Day,
  context: ReadingContext,
): Correction | "unclear" {
  const field = /^人员$/u.test(called) ? "with" : fieldNamed(called);
  return field === undefined
    ? (countIn(withoutDays(value, today), undefined) ?? "unclear")
    : asField(field, value, today, context);
}

/** The same for the field itself. */
export function asField(
  field: Correction["field"],
  value: string,
  today: Day,
  context: ReadingContext,
): Correction | "unclear" {
  switch (field) {
    case "category":
      return toCategory(value);
    case "kind":
      return kindFrom(value) ?? namedCategory(value) ?? "unclear";
    case "place":
      return { field, value: bare(value) };
    case "text":
      return { field, value };
    case "with":
      return withFrom(value, context);
    case "date":
    case "end":
    case "time":
      return dateFrom(value, today, field) ?? "unclear";
    default:
      return countIn(withoutDays(value, today), field) ?? "unclear";
  }
}

// 应该是11月19号 is no number of anything, though it holds two.
function withoutDays(value: string, today: Day): string {
  const time = findTime(value) === undefined ? value : value.replace(CLOCK, ",");
  return findDates(time, { today, prefer: "past" }).reduce((rest, one) => rest.replace(one.text, ","), time);
}
const CLOCK = /[\d一二两三四五六七八九十]{1,3}(?:点(?!位)|:)(?:半|一刻|[\d一二三四五六七八九十]{1,3}分?)?/gu;

// 户数是17,刚才打成71了: the first that is an amount.
function countIn(value: string, unit: CountUnit | undefined): Correction | undefined {
  for (const part of value.split(/[,。;]/u)) {
    const count = countFrom(part, unit);
    if (count !== undefined) return count;
  }
  return undefined;
}

const bare = (value: string): string => EDGES.replace(WRONGLY.replace(OF_IT.replace(value, ""), ""), "");

const OF_IT = guarded(/(?<=.{2})(?:[开搞办弄去]的|的|[那这](?:边|里|儿|头))[。!]*$/u);
const WRONGLY = guarded(/[,。](?:我)?(?:刚才)?(?:写|说|报|填|搞|弄|记|打)错了?.*$/u);
const EDGES = everywhere(/^(?:在|到|是|成|为)|[。,,!\s]+$/gu);

function kindFrom(value: string): Correction | undefined {
  const exact = Object.entries(DUTY_KINDS).find(([, { name }]) => name === bare(value))?.[0];
  const said = bare(value);
  const part = Object.entries(DUTY_KINDS)
    .filter(([, { name }]) => said.length >= 2 && name.includes(said))
    .sort((a, b) => a[1].name.length - b[1].name.length)[0]?.[0];
  const kind = exact ?? mainKind(value)?.kind ?? part ?? mainKind(`参加${said}`)?.kind;
  return kind === undefined ? undefined : { field: "kind", value: kind };
}

/** The sort of a matter that a value names. */
export const toCategory = (value: string): Correction | "unclear" =>
  namedCategory(value) ??
  (isSorted(value) ? { field: "category", value: rankCategories(value).category } : "unclear");

// What people call a sort of matter: 城建, 环保, 水电.
const ALIASES: readonly (readonly [OpinionCategory, RegExp])[] = [
  ["urban", /^(?:城建|住建|市政|物业|住房)$/u],
  ["environment", /^(?:环保|环卫)$/u],
  ["safety", /^(?:治安|消防|安全|公安)$/u],
  ["utilities", /^(?:水电|供水|供电|水电气|通讯|通信)$/u],
  ["agriculture", /^(?:农业|水利|农村|三农)$/u],
  ["labor", /^(?:社保|就业|人社|劳动)$/u],
  ["health", /^(?:卫生|医疗|卫健)$/u],
  ["education", /^(?:文体|教体|文教)$/u],
  ["civil_affairs", /^(?:养老|救助|低保)$/u],
  ["commerce", /^(?:商务|旅游|文旅|消费|市场监管)$/u],
];

/** The sort that a value calls by its name: 环境类, 交通口. */
export function namedCategory(value: string): Correction | undefined {
  const said = bare(value).replace(/(?:那?一?[类块]|问题|方面|口|类的问题)+$/u, "");
  if (said.length < 2) return undefined;
  const alias = ALIASES.find(([, names]) => names.test(said))?.[0];
  if (alias !== undefined) return { field: "category", value: alias };
  const exact = Object.entries(OPINION_CATEGORIES).find(([, name]) => name.includes(said))?.[0];
  return exact !== undefined && isOpinionCategory(exact) ? { field: "category", value: exact } : undefined;
}

function withFrom(value: string, { people }: ReadingContext): Correction {
  const names = findNames(value, people);
  return { field: "with", value: names.length > 0 ? names.join("、") : bare(value) };
}

// 刚刚那个: which record is meant, and no day.
const JUST_NOW = guarded(/^(?:刚|方才|现在)/u);

function dateFrom(value: string, today: Day, field: "date" | "end" | "time"): Correction | undefined {
  const found = findDates(value, { today, prefer: "past" }).find(
    (one) => !one.wide && !one.doubtful && !JUST_NOW.test(one.text),
  );
  if (found !== undefined) return { field: field === "end" ? "end" : "date", value: found.start };
  const time = findTime(value);
  return time === undefined ? undefined : { field: "time", value: time };
}

// 七个嬢嬢: 个 before people.
const HEADS =
  /^(?<number>[\d零一二两三四五六七八九十百]+)[个位名](?:嬢|婆|奶|爷|叔|伯|大[爷妈娘叔婶]|老|娃|孩|学|同学|村|居|群|选|群众|业主|师傅|妇女|党员|代表|小)/u;

function countFrom(value: string, named: CountUnit | undefined): Correction | undefined {
  const [unit, count] = Object.entries(findCounts(value).counts)[0] ?? [];
  const heads = HEADS.exec(value)?.groups?.["number"];
  if (count !== undefined && unit !== undefined && isCountUnit(unit))
    return { field: unit === "households" ? familiesOr(named, value) : unit, value: count };
  const number = parseNumber(heads ?? (named === undefined ? "" : onlyNumber(value)))?.value;
  const field = heads === undefined ? named : "persons";
  return field === undefined || number === undefined ? undefined : { field, value: number };
}

// Two numbers without a unit are no amount: nothing is made of both together.
function onlyNumber(value: string): string {
  const [number = "", other] =
    value.replace(NO_NUMBER, "").match(/[\d.零一二两三四五六七八九十百千万]+/gu) ?? [];
  return other === undefined ? number : "";
}
const NO_NUMBER =
  /[万十]分(?:感|抱|歉|谢)|百忙|千万(?=[别要不请])|万一|一(?:定|会|并|律|切)|一(?:共|起|道|下|哈|些|直|定|样|时|路)|[拢总]共/gu;

// 是8家: firms, unless families are spoken of; what the record counts decides in the end.
const familiesOr = (named: CountUnit | undefined, value: string): CountUnit =>
  named === "enterprises" || named === "households"
    ? named
    : /户|家[人庭]|人家|困难|低保/u.test(value)
      ? "households"
      : "enterprises";

// 地方是洛湾社区: the field is named in the value.
const NAMED = guarded(
  /^(?<field>时间|日期|地点|地方|位置|人数|户数|次数|同行(?:代表)?|类型|分类)(?:应该|应当|应)?[是为:](?<value>.{2,})$/u,
);

// 上一条, 那条: the record, and no number of anything.
const OF_RECORD = /(?:上|前|那|这|刚才那|最后)一?[条个件]/gu;

/** What a value that was said for no field in particular is to change. */
export function byValue(value: string, today: Day, context: ReadingContext): Correction | "unclear" {
  const named = NAMED.exec(value)?.groups;
  if (named !== undefined) return byField(named["field"] ?? "", named["value"] ?? "", today, context);
  const date = dateFrom(value, today, "date");
  if (date !== undefined && value.length <= 16) return date;
  const count = countFrom(withoutDays(value.replace(OF_RECORD, ""), today), undefined);
  if (count !== undefined) return count;
  const place = context.places.find((one) => value.includes(one));
  if (
    place !== undefined ||
    /(?:村|组|社区|镇|小区|街|路|站|寨|坝|湾|坡|桥|[村街路校寨]口|门口|广场|市场|公园|学校|医院|大厅|活动室|办公室|会议室|委会)$/u.test(
      bare(value),
    )
  )
    return { field: "place", value: value.includes(",") ? (place ?? bare(value)) : bare(value) };
  const names = findNames(value, context.people);
  if (names.length > 0) return { field: "with", value: names.join("、") };
  return (value.length <= 10 ? kindFrom(value) : undefined) ?? "unclear";
}
