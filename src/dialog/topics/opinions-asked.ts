import type { Facts } from "#src/domain/facts.ts";
import { askedPlaces } from "../asked-places.ts";
import { type AskedFigure, basisOf, waitingBasis } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { ask, say } from "../turns.ts";
import { findLeftOut, unknownPlace } from "../unheeded.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { parseNumber } from "#src/understanding/numbers.ts";

const ABOUT =
  /(?:关于|有关|涉及)?(?<what>[一-鿿]{2,12}?)(?:方面|问题|这类|这方面)?的?(?:群众)?(?:意见|诉求)(?:有|一共|总共|共)*(?:多少|几|好多)[条件个]?/u;
const BEHIND =
  /(?:多少|几|好多)[条件个](?:是)?(?:关于|有关|涉及)?(?<what>[一-鿿]{2,12}?)(?:方面|问题|这类)?的(?:群众)?(?:意见|诉求)/u;
const FILLER =
  /请问|帮我|查一?下|看一?下|统计|告诉我|我想知道|关于|有关|群众|选民|居民|村民|老百姓|代表|大家|反映|收到|收集|登记|提出?|收|[全本我咱各]们?[区镇乡市县]?里?|区里|镇里|街道|目前|现在|截至|一共|总共|还有?|没有?(?:办|答复|处理|解决)[完结好]?|未办[完结]?|待办|在办|办[了完结]|已|所有|全部|今年|去年|以来|到|年|的|了|过|有|都|这|那|些|方面|问题|条|件|个|类|上/gu;

/**
 * What residents brought up, counted or listed as a question of staff asks. No opinion has a day by which it is due: how
 * many wait for long is told instead. What it says of them that no figure heeds is looked for in their words.
 */
export function opinionsAsked(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn {
  const words = text.normalize("NFKC");
  const { which } = readOpinionKind(words);
  if (query.overdue === true) return waitingLong(dialog, query, words, facts);
  const out = findLeftOut(words);
  if (out !== undefined) return say(dialog, { kind: "figures.not-heeded", of: "opinions", what: out });
  if (BOTH.test(words))
    return ask(dialog, { do: "figures.opinions", basis: { ...basisOf(query, facts), ...which } });
  const what = toldNowhere(query, words, facts);
  if (what !== undefined) return say(dialog, { kind: "figures.not-heeded", of: "opinions", what });
  const word = unheededIn(words, facts);
  if (word !== undefined)
    return ask(dialog, { do: "figures.backlog", basis: { ...waitingBasis(query, facts), word }, page: 1 });
  const place = unknownPlace(query, text, facts);
  // The house says that there is none, in the words for one elsewhere.
  if (place !== undefined)
    return ask(dialog, { do: "figures.opinions", basis: basisOf({ ...query, org: place }, facts) });
  return query.name === "opinion_backlog"
    ? ask(dialog, { do: "figures.backlog", basis: { ...waitingBasis(query, facts), ...which }, page: 1 })
    : ask(dialog, { do: "figures.opinions", basis: { ...basisOf(query, facts), ...which } });
}

// 办了多少,没办多少: of all, how many nobody has dealt with.
const BOTH =
  /(?:办|答复|处理|解决|回复)[了结完好]*(?:多少|几)[^没未]*(?:没有?|未)(?:办|答复|处理|解决|回复)[结完好]?/u;
// What became of an opinion, and which unit has it, is told of none; whether it waits still is told of all.
const OUTCOME =
  /(?:不|非常|比较|很)?满意|(?<![未没待]|没有)(?:办[结完好]|答复|回复|解决|落实|办理)[了过]?(?:的|(?=有?(?:多少|几|哪)))/u;
const GIVEN_TO =
  /(?:转|交|派|分)(?:办|交|送)?(?:给|到|由)?[一-鿿]{0,8}?(?:局|委|办公室|中心|公司|政府|部门|单位)(?:办理?)?的?/u;
const A_UNIT = /(?:局|委|办|中心|公司)$/u;

function toldNowhere({ org }: AskedFigure, words: string, { places }: Facts): string | undefined {
  const unit = org !== undefined && A_UNIT.test(org) && !places.includes(org) ? org : undefined;
  return GIVEN_TO.exec(words)?.[0] ?? unit ?? OUTCOME.exec(words)?.[0];
}

/** Who names no number of days means about a month. */
const LONG_DAYS = 30;
const HOW_LONG = /(?<n>\d{1,3}|[一二两三四五六七八九十半]{1,2})个?(?<unit>天|日|周|星期|礼拜|月)/u;
const DAYS = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 } as const;

function waitingLong(dialog: Dialog, query: AskedFigure, words: string, facts: Facts): Turn {
  const { n = "", unit } = HOW_LONG.exec(words)?.groups ?? {};
  const count = parseNumber(n)?.value;
  const length = Object.entries(DAYS).find(([name]) => name === unit)?.[1];
  const waiting = count === undefined || length === undefined ? LONG_DAYS : Math.round(count * length);
  const { from: _, to: __, ...asked } = query;
  const { which } = readOpinionKind(words);
  const basis = { ...waitingBasis(asked, facts), ...which, waiting };
  return ask(dialog, { do: "figures.backlog", basis, page: 1 });
}

function unheededIn(words: string, facts: Facts): string | undefined {
  // 2月自来水的意见: the month is no part of what is looked for.
  const periods = findDates(words, { today: facts.today, prefer: "past" });
  const line = periods.reduce((rest, one) => rest.replace(one.text, " "), words);
  const said = (BEHIND.exec(line) ?? ABOUT.exec(line))?.groups?.["what"];
  if (said === undefined) return undefined;
  const known = [
    ...askedPlaces(said, facts),
    ...findDates(said, { today: facts.today, prefer: "past" }).map((one) => one.text),
  ];
  const bare = known.reduce((rest, one) => rest.replace(one, ""), readOpinionKind(said).about);
  const left = bare.replace(FILLER, "").trim();
  return left.length < 2 ? undefined : left;
}
