import { isCountUnit } from "#src/domain/count-unit.ts";
import { findCounts } from "./counts.ts";
import { guarded } from "./guarded.ts";
import { parseNumber } from "./numbers.ts";
import type { Correction } from "./understanding.ts";

// 流转的地改成95亩, 来的人改成15个: what was filed, told by what it was about, and how much it was.
const ALTERED = guarded(
  /^(?:请|帮我|麻烦)?(?:[把将])?(?<what>[^,。\d]{1,8}?)(?:应该?|要|请)?(?:改|换|更正|修改|调整)(?:[成为到]|一下,?)(?<value>(?:\d{1,6}(?:\.\d{1,2})?|[一二两三四五六七八九十百千万]{1,7})(?<unit>[^,。\d]{1,3}))[。!]*$/u,
);
// What is told of by a deed that was done: 种的, 走访的, 来的人.
const FILED =
  /[一-龥]的|^(?:来|到会|参加|接待|走访|慰问|调解|人|户|钱|款|捐款|面积|里程|流转|栽种?|种植?|修路)|[人户]$/u;
// 低保的标准改成800元: a wish of residents.
const WISHED = /标准|价|费|工资|待遇|补[助贴]|[票速]|间隔|年龄|门槛/u;
const HEADS = /人|选民|群众|代表|村民|居民|学生|听众|职工|老人|党员/u;

/** How much it was, of what a record was about, or where, though neither the record nor its field is named. */
export const findAltered = (text: string): Correction | undefined =>
  findMoved(text) ?? findAmount(text) ?? findOrdered(text);

// 改10户, 改成12人: nothing else is said; 捐款改6000: money needs no unit.
const ORDERED = guarded(
  /^(?:请|帮我|麻烦|要)?(?:更?改|更正|修改)(?:一?下)?[成为到:,\s]*(?<value>(?:\d{1,6}(?:\.\d{1,2})?|[一二两三四五六七八九十百千万]{1,7})(?:户|人次|人|名|家|元|块钱?|万元|公里|小时|天|场|次|件|条|起|处|亩|盏|篇))[。!]*$/u,
);
const MONEY = guarded(
  /^(?:捐款|慰问金|助学金|红包|捐的?钱|资助款?|救助金)(?:数|金额|数额)?(?:应该?|要|请)?(?:改|换|更正|修改|调整)[成为到]?(?<money>\d{1,7}(?:\.\d{1,2})?|[一二两三四五六七八九十百千万]{2,7})[。!]*$/u,
);

function findOrdered(text: string): Correction | undefined {
  const money = MONEY.exec(text)?.groups?.["money"];
  const value = money === undefined ? ORDERED.exec(text)?.groups?.["value"] : `${money}元`;
  const [counted, count] = Object.entries(value === undefined ? {} : findCounts(value).counts)[0] ?? [];
  return counted !== undefined && isCountUnit(counted) && count !== undefined
    ? { field: counted, value: count }
    : undefined;
}

function findAmount(text: string): Correction | undefined {
  const { what = "", value = "", unit = "" } = ALTERED.exec(text)?.groups ?? {};
  if (what === "" || !FILED.test(what) || WISHED.test(what)) return undefined;
  if (HEADS.test(what) && /^[个位名]$/u.test(unit)) return personsOf(value.slice(0, -unit.length));
  const [counted, count] = Object.entries(findCounts(value).counts)[0] ?? [];
  return counted !== undefined && isCountUnit(counted) && count !== undefined
    ? { field: counted, value: count }
    : undefined;
}

// 不在东风镇,在水田镇: where it was instead.
const MOVED = guarded(
  /^(?:刚才那条|那天|上一?条)?,?(?:(?:不|没)在[^,。在]{2,10},?(?:而)?是?在(?<place>[^,。]{2,10})|在(?<other>[^,。在]{2,10}),?(?:不|没)在[^,。]{2,10})[。!]*$/u,
);
function findMoved(text: string): Correction | undefined {
  const { place, other } = MOVED.exec(text)?.groups ?? {};
  const value = place ?? other;
  return value === undefined ? undefined : { field: "place", value };
}

function personsOf(said: string): Correction | undefined {
  const value = parseNumber(said)?.value;
  return value === undefined ? undefined : { field: "persons", value };
}
