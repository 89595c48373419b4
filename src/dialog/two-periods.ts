import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findNames } from "#src/understanding/names.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { isStaff } from "./audience.ts";

const PERIOD =
  "(?:(?:今年|去年|前年|20\\d\\d年?)的?)?(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)|今年|去年|前年|20\\d\\d年|[上本这]个?(?:月|季度)|[上本这]周";
const COMPARED = new RegExp(
  `^(?:统计|导出|看看|查一?下|请|帮我)*[\\s:]*(?<head>[^,。?比]{0,12}?)(?<one>${PERIOD})(?<between>[^,。?比\\d]{0,8}?)(?<link>对比|比|和|跟|与|同|VS)(?<two>${PERIOD})(?<tail>[^。]{0,16})$`,
  "iu",
);
// 一季度和二季度各走访多少户: one sum of both would be neither.
const HOLDS_AGAINST =
  /相比|对比|比(?!较[多少高大好])|哪|差多?少|谁[多少]|^[^,]{0,4}(?:各(?!镇|个|小组|联络|村)|分别)/u;
const YEAR = /^(?:今年|去年|前年|20\d\d年)(?=.)/u;
const HAS_YEAR = /^(?:今年|去年|前年|上年|本年|20\d\d)|^[上本这]个?(?:月|季度|周)/u;
// Every figure has the year before beside it.
const YEAR_BEFORE = /^(?:去年|上年)$/u;
// 三月比二月多走访了5户: somebody tells, with an amount.
const TELLS = /[\d一二两三四五六七八九十百]+(?:多)?(?:户|人|次|件|场|家|条)/u;

/** The two stretches of time that a question holds against each other, as they were said; undefined for all else. */
export function findTwoPeriods(text: string): readonly [string, string] | undefined {
  const { one, two, link = "", tail = "" } = COMPARED.exec(text.normalize("NFKC").trim())?.groups ?? {};
  if (one === undefined || two === undefined || one === two || YEAR_BEFORE.test(two)) return undefined;
  if (TELLS.test(tail) || !(link.includes("比") || /^vs$/iu.test(link) || HOLDS_AGAINST.test(tail)))
    return undefined;
  // 去年下半年跟上半年比: the year holds for both.
  const year = YEAR.exec(one)?.[0];
  return [one, year === undefined || HAS_YEAR.test(two) ? two : `${year}${two}`];
}

/** The question that asks for one of them alone, with the place and the kind of duty that were named. */
export function askedAlone(text: string, period: string, facts: Facts): string {
  const place = facts.places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
  const kind = mainKind(text.normalize("NFKC"))?.kind;
  const word = isStaff(facts.speaker) ? "统计" : "我的履职";
  const person = isStaff(facts.speaker) ? findNames(text, facts.people)[0] : undefined;
  return [
    word,
    isStaff(facts.speaker) ? (person ?? place) : undefined,
    period,
    kind === undefined ? undefined : DUTY_KINDS[kind].name,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}
