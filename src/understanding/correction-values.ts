import { everywhere, guarded } from "./guarded.ts";
import { type Day } from "#src/domain/day.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { isOpinionCategory, OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { isSorted, rankCategories } from "./categories.ts";
import { findCounts } from "./counts.ts";
import { findDates, findTime } from "./dates/find-dates.ts";
import { mainKind } from "./kinds.ts";
import { findNames } from "./names.ts";
import { parseNumber } from "./numbers.ts";
import type { Correction, ReadingContext } from "./understanding.ts";

/** What a value that was said for a named field makes of it; "unclear" where it is none for that field. */
export function byField(
  field: string,
  value: string,
  today: Day,
  context: ReadingContext,
): Correction | "unclear" {
  if (/分类|意见类别/u.test(field)) return categoryFrom(value);
  if (/类型|类别|种类/u.test(field)) return kindFrom(value) ?? namedCategory(value) ?? "unclear";
  if (/地点|地方|位置/u.test(field)) return { field: "place", value: bare(value) };
  if (/内容/u.test(field)) return { field: "text", value };
  if (/同|人员/u.test(field)) return withFrom(value, context);
  if (/时间|日期|日子|钟点/u.test(field)) return dateFrom(value, today, field) ?? "unclear";
  // 户数是17,刚才打成71了: the first that is an amount.
  for (const part of value.split(/[,。;]/u)) {
    const count = countFrom(part, field);
    if (count !== undefined) return count;
  }
  return "unclear";
}

const bare = (value: string): string => EDGES.replace(WRONGLY.replace(OF_IT.replace(value, ""), ""), "");

const OF_IT = guarded(/(?<=.{2})(?:[开搞办弄去]的|的)[。!]*$/u);
const WRONGLY = guarded(/[,。](?:我)?(?:刚才)?(?:写|说|报|填|搞|弄|记|打)错了?.*$/u);
const EDGES = everywhere(/^(?:在|到|是|成|为)|[。,,!\s]+$/gu);

function kindFrom(value: string): Correction | undefined {
  const exact = Object.entries(DUTY_KINDS).find(([, { name }]) => name === bare(value))?.[0];
  const said = bare(value);
  const part = Object.entries(DUTY_KINDS)
    .filter(([, { name }]) => said.length >= 2 && name.includes(said))
    .sort((a, b) => a[1].name.length - b[1].name.length)[0]?.[0];
  const kind = exact ?? mainKind(value)?.kind ?? part;
  return kind === undefined ? undefined : { field: "kind", value: kind };
}

const categoryFrom = (value: string): Correction | "unclear" =>
  namedCategory(value) ??
  (isSorted(value) ? { field: "category", value: rankCategories(value).category } : "unclear");

function namedCategory(value: string): Correction | undefined {
  const said = bare(value).replace(/类$/u, "");
  if (said.length < 2) return undefined;
  const exact = Object.entries(OPINION_CATEGORIES).find(([, name]) => name.includes(said))?.[0];
  return exact !== undefined && isOpinionCategory(exact) ? { field: "category", value: exact } : undefined;
}

function withFrom(value: string, { people }: ReadingContext): Correction {
  const names = findNames(value, people);
  return { field: "with", value: names.length > 0 ? names.join("、") : bare(value) };
}

function dateFrom(value: string, today: Day, field: string): Correction | undefined {
  const found = findDates(value, { today, prefer: "past" }).find((one) => !one.wide && !one.doubtful);
  if (found !== undefined) return { field: field.startsWith("结束") ? "end" : "date", value: found.start };
  const time = findTime(value);
  return time === undefined ? undefined : { field: "time", value: time };
}

type CountField = Extract<Correction, { value: number }>["field"];

const UNIT_OF_FIELD: Readonly<Record<string, CountField>> = {
  人数: "persons",
  户数: "households",
  次数: "times",
  件数: "items",
  条数: "entries",
  家数: "enterprises",
  天数: "days",
  场数: "sessions",
  起数: "cases",
  金额: "yuan",
  钱数: "yuan",
  款数: "yuan",
  面积: "mu",
  亩数: "mu",
  公里数: "km",
  长度: "km",
  小时数: "hours",
  时长: "hours",
};

function countFrom(value: string, field: string): Correction | undefined {
  const [unit, count] = Object.entries(findCounts(value).counts)[0] ?? [];
  const named = UNIT_OF_FIELD[field];
  if (count !== undefined && unit !== undefined) return toCount(unit, count);
  const number = parseNumber(value.replace(/[^\d.零一二两三四五六七八九十百千万]/gu, ""))?.value;
  return named === undefined || number === undefined ? undefined : { field: named, value: number };
}

const toCount = (unit: string, value: number): Correction => ({ field: unit as CountField, value });

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
  const date = dateFrom(value, today, "");
  if (date !== undefined && value.length <= 16) return date;
  const count = countFrom(value.replace(OF_RECORD, ""), "");
  if (count !== undefined) return count;
  const place = context.places.find((one) => value.includes(one));
  if (place !== undefined || /(?:村|组|社区|镇|小区|街|路|站)$/u.test(bare(value)))
    return { field: "place", value: value.includes(",") ? (place ?? bare(value)) : bare(value) };
  const names = findNames(value, context.people);
  if (names.length > 0) return { field: "with", value: names.join("、") };
  return (value.length <= 10 ? kindFrom(value) : undefined) ?? "unclear";
}
