import { type Day } from "#src/domain/day.ts";
import { isOpinionCategory, OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { rankCategories } from "./categories.ts";
import { findCounts } from "./counts.ts";
import { findDates, findTime } from "./dates/find-dates.ts";
import { mainKind } from "./kinds.ts";
import { findNames } from "./names.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { parseNumber } from "./numbers.ts";
import type { Correction, ReadingContext } from "./understanding.ts";

const FIELD =
  /^(?:[^,,。]{0,4}(?:不对|错了|弄错|写错|搞错)[,,。\s]*)?(?:把|将)?(?<field>类型|类别|种类|时间|日期|日子|结束日期|钟点|地点|地方|位置|同行代表|同行|同去|人员|数量|人数|户数|次数|件数|条数|家数|天数|内容|分类)(?:写|搞|弄|填|报|记)?(?:错了?|不对)?[,,\s]*(?:应该|要)?(?:改成|改为|换成|是|改|为|:|:|,|,|应该是|应为|更正为|\s)+(?<value>.+)$/u;
const VERB_FIRST =
  /^(?:请)?(?:改|更正|修改|换)(?:一?下)?(?<field>类型|类别|时间|日期|结束日期|钟点|地点|地方|同行代表|同行|人数|户数|数量|内容|分类)[\s,,::]*(?:改?[成为]|是|到)?\s*(?<value>.+)$/u;
const DENIED =
  /^(?:不对|不是|错了|搞错了|弄错了|说错了|写错了|报错了|更正|纠正|改一?下|改成|应该是|应为|刚才说错了|刚才(?:那条)?(?:说|写|报|记)错了)[,,。::\s]*(?:刚才)?(?:应该)?(?:是|改成|改为)?[,,::\s]*(?<value>.+)$/u;
const PLACE_WRONG =
  /(?<field>地点|时间|日期|人数|户数|数量)(?:写|说|报|填|记|搞|弄)?错了?[,,。\s]*(?:应该)?是?(?<value>.+)$/u;

/** A correction of what was said before; `asked` when it cannot be told what is to be changed. */
export function findCorrection(
  text: string,
  today: Day,
  context: ReadingContext,
): Correction | "unclear" | undefined {
  const named = VERB_FIRST.exec(text)?.groups ?? FIELD.exec(text)?.groups ?? PLACE_WRONG.exec(text)?.groups;
  if (named !== undefined)
    return byField(named["field"] ?? "", (named["value"] ?? "").trim(), today, context);
  const value = DENIED.exec(text)?.groups?.["value"];
  return value === undefined ? undefined : byValue(firstMeant(value), today, context);
}

// 是12户不是21户: what comes before 不是 is meant.
const firstMeant = (value: string): string =>
  value.split(/[,,]?\s*(?:不是|而不是|并不是)/u)[0]?.trim() || value;

function byField(field: string, value: string, today: Day, context: ReadingContext): Correction | "unclear" {
  if (/类型|类别|种类/u.test(field)) return kindFrom(value) ?? "unclear";
  if (/分类/u.test(field)) return categoryFrom(value);
  if (/地点|地方|位置/u.test(field)) return { field: "place", value: bare(value) };
  if (/内容/u.test(field)) return { field: "text", value };
  if (/同|人员/u.test(field)) return withFrom(value, context);
  if (/时间|日期|日子|钟点/u.test(field)) return dateFrom(value, today, field) ?? "unclear";
  return countFrom(value, field) ?? "unclear";
}

const bare = (value: string): string => value.replace(/^(?:在|到|是|成|为)|[。,,!\s]+$/gu, "");

function kindFrom(value: string): Correction | undefined {
  const exact = Object.entries(DUTY_KINDS).find(([, { name }]) => name === bare(value))?.[0];
  const kind = exact ?? mainKind(value)?.kind;
  return kind === undefined ? undefined : { field: "kind", value: kind };
}

function categoryFrom(value: string): Correction {
  const exact = Object.entries(OPINION_CATEGORIES).find(([, name]) => name.includes(bare(value)))?.[0];
  return {
    field: "category",
    value: exact !== undefined && isOpinionCategory(exact) ? exact : rankCategories(value).category,
  };
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

const UNIT_OF_FIELD: Readonly<
  Record<string, "persons" | "households" | "times" | "items" | "entries" | "enterprises" | "days">
> = {
  人数: "persons",
  户数: "households",
  次数: "times",
  件数: "items",
  条数: "entries",
  家数: "enterprises",
  天数: "days",
};

function countFrom(value: string, field: string): Correction | undefined {
  const [unit, count] = Object.entries(findCounts(value).counts)[0] ?? [];
  const named = UNIT_OF_FIELD[field];
  if (count !== undefined && unit !== undefined) return toCount(unit, count);
  const number = parseNumber(value.replace(/[^\d.零一二两三四五六七八九十百千万]/gu, ""))?.value;
  return named === undefined || number === undefined ? undefined : { field: named, value: number };
}

type CountField = Extract<Correction, { value: number }>["field"];
const toCount = (unit: string, value: number): Correction => ({ field: unit as CountField, value });

function byValue(value: string, today: Day, context: ReadingContext): Correction | "unclear" {
  const date = dateFrom(value, today, "");
  if (date !== undefined && value.length <= 16) return date;
  const count = countFrom(value, "");
  if (count !== undefined) return count;
  const place = context.places.find((one) => value.includes(one));
  if (place !== undefined || /(?:村|组|社区|镇|小区|街|路|站)$/u.test(bare(value)))
    return { field: "place", value: bare(value) };
  const names = findNames(value, context.people);
  if (names.length > 0) return { field: "with", value: names.join("、") };
  return (value.length <= 10 ? kindFrom(value) : undefined) ?? "unclear";
}
