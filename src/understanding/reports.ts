import { type Day, toDayNumber } from "#src/domain/day.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import { findCounts } from "./counts.ts";
import { findTime } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found.ts";
import { blankDates } from "./blank-dates.ts";
import { isAside } from "./is-aside.ts";
import { isDayUnsure } from "./is-day-unsure.ts";
import { findSince } from "./find-since.ts";
import { trimEnds, withBlanks } from "./char-set.ts";
import { guarded, everywhere } from "./guarded.ts";
import { replaceNames } from "./known-names.ts";
import { findCommon } from "./find-room.ts";
import { findPlace } from "./places.ts";
import { readCompany } from "./read-company.ts";
import { settleKind } from "./settle-kind.ts";
import type { RecordPart } from "./told.ts";
import type { Askable, ReadingContext } from "./understanding.ts";
import { withNextPlace } from "./with-next-place.ts";
import { withoutHomes } from "./without-homes.ts";
import { withoutTitles } from "./without-titles.ts";
import { withoutLongNumbers } from "./without-long-numbers.ts";

/** One record as read, the day it named, and which of its fields are not certain. */
export type ReadReport = {
  readonly draft: ReportDraft;
  readonly day: FoundDate | undefined;
  readonly ask: readonly Askable[];
};

/** All days that stand in a record, and those of them that may be its own. */
type RecordDays = { readonly named: readonly FoundDate[]; readonly dates: readonly FoundDate[] };

/** Reads a record from its own words and days; `shared` is the day that the message named before it. */
export function readReport(
  part: RecordPart,
  { named: all, dates }: RecordDays,
  today: Day,
  shared: FoundDate | undefined,
  context: ReadingContext,
): ReadReport {
  const said = ownDays(part.text, dates);
  const [first, second] = said.filter((one) => !one.wide && one.start <= today);
  const since = findSince(part.text, said, today);
  const aside = first !== undefined && second !== undefined && isAside(part.text, first, second);
  const named = since?.day ?? (aside ? second : first);
  const day = named ?? shared;
  const wide = day === undefined ? said.find((one) => one.wide) : undefined;
  const ask: Askable[] = [...(part.open ?? [])];
  const { kind, sure } = settleKind(part, context);
  const placed = withoutTitles(withoutHomes(blankDates(part.text, all), context.people));
  const found = findPlace(placed, context.places) ?? findCommon(placed);
  const place = withNextPlace(found, placed, context.places);
  if (!sure || (place !== undefined && ONLY_WENT.test(placed.replace(found ?? place, "\u0001"))))
    ask.push("kind");
  const summed = wide !== undefined && isSummed(wide, today) ? wide : undefined;
  if (isDayUnsure({ named, day, said, wide: summed === undefined ? wide : undefined }, part.text, today))
    ask.push("date");
  const counted = findCounts(blank(part.text, all, context), kind);
  if (counted.vague) ask.push("count");
  const { companions, unsure } = readCompany(part.text, context.people);
  if (unsure) ask.push("with");
  const time = findTime(UNTIL.replace(part.text, ""));
  const { start, end } = since ?? summed ?? stretchOf(day, dates, part.text);
  const date =
    start ?? (wide === undefined || wide.start > today ? today : wide.end < today ? wide.end : today);
  if (end !== undefined && end > today) ask.push("end");
  const draft: ReportDraft = {
    kind,
    date,
    ...(end !== undefined && end > date && end <= today ? { end } : {}),
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(companions.length === 0 ? {} : { with: companions }),
    ...(Object.keys(counted.counts).length === 0 ? {} : { counts: counted.counts }),
    ...(counted.approx.length === 0 ? {} : { approx: counted.approx }),
    text: trimEnds(part.text, MARKS, MARKS),
  };
  return { draft, day: named, ask };
}

// Days of the deed itself, and none of what others did or promised.
const ownDays = (text: string, dates: readonly FoundDate[]): FoundDate[] =>
  dates.filter(
    (one, nth) =>
      !OF_OTHERS.test(untilNext(text, one, dates[nth + 1])) &&
      !(LATER.test(one.text) && isPromised(text, one)),
  );

// 忙到三点: how late it became, and not when it was.
const UNTIL = guarded(
  /(?<=[忙干搞弄守聊谈做折腾]到)了?(?:凌晨|半夜|夜里|晚上|下午|天亮)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|多|钟)?/u,
);

const MARKS = withBlanks(",。;:、");

/** No further does a word that says whose day it is stand from it. */
const NEAR = 24;

// What follows a day, as far as the next one: 昨天去看我去年提的事 was yesterday.
function untilNext(text: string, { index, text: words }: FoundDate, next: FoundDate | undefined): string {
  const from = index + words.length;
  return text.slice(from, Math.min(next?.index ?? text.length, from + NEAR));
}

// 10号11号两天, 周六和周日, 昨天跟前天: days that are neighbours and said one after the other are one stretch.
function stretchOf(
  day: FoundDate | undefined,
  dates: readonly FoundDate[],
  text: string,
): { readonly start?: Day; readonly end?: Day } {
  if (day === undefined) return {};
  const whole = dates.find(
    (one) => !one.wide && ((one.start === day.start && one.end > day.end) || isWhole(one, day, text)),
  );
  if (whole !== undefined) return whole;
  let { start, end } = day;
  let until = day.index + day.text.length;
  for (const next of dates) {
    if (next.index < until) continue;
    const after = text.slice(next.index + next.text.length);
    if (!next.wide && next.start > end && BACK.test(after)) return { start, end: next.end };
    if (next.wide || !JOINED.test(text.slice(until, next.index))) break;
    if (toDayNumber(next.start) - toDayNumber(end) === 1) end = next.end;
    else if (toDayNumber(start) - toDayNumber(next.end) === 1) start = next.start;
    else break;
    until = next.index + next.text.length;
  }
  return { start, end };
}

// 25号去凯里考察,26号回来的.
const BACK = guarded(
  /^(?:晚上|下午|中午|上午|早上|夜里)?(?:才|就|又)?(?:返?回(?:来|到|家|程|的|$)|返程|结束|结业|闭幕)/u,
);

// 今天闭幕,从13号开到16号; 清明三天都在巡查,4号到6号: all of the days, said after one of them. From one day to another
// it may have been weeks.
const isWhole = (one: FoundDate, day: FoundDate, text: string): boolean =>
  one.index > day.index &&
  one.start < one.end &&
  one.start <= day.start &&
  one.end >= day.end &&
  toDayNumber(one.end) - toDayNumber(one.start) <
    (FROM.test(text.slice(0, one.index) + one.text) ? 62 : 10) &&
  /^\d|^[从自打]/u.test(one.text);
const FROM = guarded(/(?:^|[,。;:]|是)(?:[从自打]|时间是?)[^,。;]*$/u);

const JOINED = /^(?:[和跟与、,及]|还有)?$/u;

// 上个月群众反映的事: a day of what others did, not of the deed.
const OF_OTHERS = guarded(
  /^(?![^,。]{0,8}[给向跟对找])[^,。]{0,10}(?:反映|提出|提|说|交办|承诺|答应|报|来信|来电|投诉)(?:过|上来)?的/u,
);

// 回了话,说月底动工: a day that somebody promised.
const LATER = guarded(/^(?:\d{1,2}月|[本这]?月|年|季度)?(?:底|末)|[前内]$/u);
const DUE = guarded(
  /^(?:前|之前)?(?:就|全部|一定)?(?:付清|结清|兑现|到位|动工|开工|完工|交付|发放|修好|解决)/u,
);
const isPromised = (text: string, { index, text: words }: FoundDate): boolean =>
  PROMISED.test(text.slice(Math.max(0, index - NEAR), index)) || DUE.test(text.slice(index + words.length));
const PROMISED = guarded(/(?:说|讲|答应|承诺|答复|告诉|表示|计划|预计|争取)[^,。;]{0,8}$/u);

// 1到6月走访选民96户: several months that are over are summed up, and no day is missing.
const SEVERAL_MONTHS = 45;
const SUMS = guarded(/季度|半年|[到至~—-]/u);
const isSummed = (wide: FoundDate, today: Day): boolean =>
  wide.end < today &&
  !wide.doubtful &&
  SUMS.test(wide.text) &&
  toDayNumber(wide.end) - toDayNumber(wide.start) > SEVERAL_MONTHS;

// 昨天去了马鞍村一趟: where, and nothing of what was done there.
const ONLY_WENT = guarded(
  /^[\s,。]*(?:我|上午|下午|晚上|早上|中午|又|还|也|专门|再)*\s*(?:去|到|跑|回)了?一?趟?\u0001(?:[去跑走下]|去跑)?了?(?:一?[趟回次]|一[下哈])?(?:,?(?:请|帮我?|给我|麻烦)*(?:记|登记|补报?|报)(?:[上个]|一?[笔下条哈]|录)*)?[,。\s]*$/u,
);

// What looks like an amount but is a name, a day, a clock, a building or a group of a village.
function blank(text: string, dates: readonly FoundDate[], { places, people }: ReadingContext): string {
  let left = ANNOUNCED.replace(withoutLongNumbers(blankDates(text, dates), blankOut), blankOut);
  for (const names of [places, people]) left = replaceNames(left, names, blankOut);
  for (const pattern of NO_AMOUNTS) left = pattern.replace(left, blankOut);
  return left;
}

// A clock; a group of a village or a part of a building; a day, an age, what is quoted.
const NO_AMOUNTS = [
  /(?<=\u0001(?:代表)?)[两俩二三仨四](?:个|位)人?(?=去|到|在|一[起道路块]|走|来|都|也|看|参加|,)/gu,
  /(?:[01]?\d|2[0-4]|[一二三四五六七八九十两]{1,2})(?:点(?![一二两三四五六七八九\d]{1,2}(?:户|人|名|家|万|元|块|亩|公里|次|件|条))(?:半|\d{1,2}分?|钟)?(?!意见|建议|看法|问题)|时(?!候|间))|\d{1,2}:\d\d/gu,
  /(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:组|社(?!区)|号楼|栋|幢|单元|号院|季度|楼|村联|期)/gu,
  /应到(?:会)?\d{1,4}人|三天两头|隔三差五|三番五次|一年半载|一天到晚|七嘴八舌|一(?<each>[条户家个件位次])一?\k<each>|一[人户家]一[一-龥]|\d(?:月|年)|[一二两三四五六七八九十百]{1,3}岁|\d{1,3}岁|"[^"]{0,60}"|《[^》]{0,60}》/gu,
].map(everywhere);

// 补报三件: 7月10号…, 代录两条。一、…: how many records follow.
const ANNOUNCED = everywhere(
  /^[^,。;:\d]{0,8}?(?:代|补|登|记)[报录记填登]{1,2}(?:\d{1,2}|[一二两三四五六七八九十])[件条个项次](?=[,。;:])|^(?:[^,。;:\d]{0,8}?)(?<!议案|建议)(?:\d{1,2}|[一二两三四五六七八九十])(?:[件条个项](?:事|工作|记录)?|[次场](?:活动|会议?)):/gu,
);

const blankOut = (words: string): string => "\u0001".repeat(words.length);
