import type { Day } from "#src/domain/day.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import { isFestival } from "./dates/festivals.ts";
import type { FoundDate } from "./dates/found.ts";
import { findDays } from "./days.ts";
import { atEnd, everywhere, guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import { plainAmounts } from "./plain-amounts.ts";
import type { Askable } from "./understanding.ts";

/** Stands where residents speak, so that neither their days nor their amounts are looked at. */
export const SPOKEN = "\u0002";

/**
 * What is to be asked because a day or an amount that was told ended in no record: 18号夜里抢救没法写,20号交了建议. `beside`
 * is the message with `SPOKEN` where residents speak. Nothing that a deputy says of what was done is dropped silently.
 */
export function askLeft(
  beside: string,
  reports: readonly ReportDraft[],
  today: Day,
  people: readonly string[],
): readonly Askable[] {
  if (reports.length === 0) return [];
  const text = QUOTED.replace(beside, (words) => SPOKEN.repeat(words.length));
  const isDayLeft = findDays(text, today, people).some((one) => isLeft(one, text, reports, today));
  return [
    ...(isDayLeft ? (["date"] as const) : []),
    ...(isAmountLeft(text, reports) ? (["count"] as const) : []),
    ...(reports.length === 1 && WENT_ON.test(text) ? (["intent"] as const) : []),
  ];
}

// 参加完座谈会又去了趟工地, 走访完8户又跑了趟卫生院: a deed more, and no record of it.
const WENT_ON = guarded(
  /(?:完|[后了][^,。;]{1,8}|\d[户人名家位起场])[^,。;]{0,8}[,。;]?(?:之?后)?(?:后来|然后|接着|又|再|还|顺路|顺便|顺道)+(?:(?:去|到|跑|转)(?:了?一?趟|了)|[到去][^,。;]{2,8}(?:走|转|看|跑|查)了)(?!饭|来|家|吃|村委|办公|单位|医院看病|[\d一二两三四五几][户家])[^,。;]{0,2}[一-龥]/u,
);

const QUOTED = everywhere(/"[^"]{0,60}"|《[^》]{0,60}》/gu);

function isLeft(one: FoundDate, text: string, reports: readonly ReportDraft[], today: Day): boolean {
  if (one.wide || one.impossible === true || one.doubtful || one.start > today || isFestival(one.text))
    return false;
  if (reports.some((report) => isOf(one, report))) return false;
  const after = text.slice(one.index + one.text.length);
  if (NOT_DONE.test(after) || MEANT.test(text.slice(0, one.index))) return false;
  return one.start !== today || DONE.test(after);
}

// 上周…周二, 3号值班,那是上个月: which week or month it was is said elsewhere.
const isOf = ({ start, end, text }: FoundDate, report: ReportDraft): boolean =>
  (report.date <= end && (report.end ?? report.date) >= start) ||
  (WEEKDAY.test(text) && weekday(report.date) === weekday(start)) ||
  (BARE_DAY.test(text) && report.date.slice(8) === start.slice(8));
const WEEKDAY = /^(?:周|星期|礼拜)/u;
const BARE_DAY = /^\d{1,2}[号日]/u;
const weekday = (day: Day): number => new Date(day).getUTCDay();

// 昨天没走访, 6号休息: nothing was done on it; 昨天去的不对: what was put right.
const NOT_DONE = guarded(
  /^[^,。;]{0,16}(?:没(?!多久|几天)|不(?![少错仅同断但止管])|无(?!偿)|休息|补觉|放假|调休)|^[^,。;]{0,2}[,。;]?(?:[哦噢啊]|不对|改)/u,
);
// 本来昨天要去, (昨天): a day that only says which one was meant.
const MEANT = atEnd(/(?:本来|原来|原本|原定|原计划)[^,。;]{0,4}$|[(]$/u);
// 今天月底,统计一下: when it is told; 今天跑了一趟: when something was done.
const DONE = guarded(/^[^,。;]{0,16}(?:了|过|去|到|参加|列席|开)/u);

const AMOUNT = everywhere(
  new RegExp(
    `(?<![第\\d.零一二两三四五六七八九十百千万几])(?<number>${NUMBER})(?:余|多|来)?(?:人次|[户人名家起])(?!的|[大中]|事|民生|实事|代表|都|也|[说讲问反提联签村镇:]|社区|[一共]起|共同|老[板人]|\\u0002)`,
    "gu",
  ),
);
// 其中2户, 应到9人, 本来约好走十户: a share, or what was to be.
const SHARE = atEnd(
  /(?:每|各|其中|分别|人均|户均|有|[与和跟同及、]我|应到|约好|说好|计划|打算|把|少[报说记写])[^,。;\d]{0,8}$/u,
);
// 调解了分家的事,还有一起是欠工钱的: one more, and of how many nobody says.
const ONE_MORE = guarded(/[,。;](?:还有|另有|另外)[一1][起件户家处](?=是|的|[,。;])/u);
const IN_ALL = guarded(/(?<!公)共(?!同|享|和|产|青|建)|合计|总计/u);

function isAmountLeft(said: string, reports: readonly ReportDraft[]): boolean {
  if (IN_ALL.test(said)) return false;
  const text = plainAmounts(said, reports[0]?.kind);
  const told = reports.flatMap(({ counts }) => Object.values(counts ?? {}));
  const left = AMOUNT.list(text).flatMap(({ groups, index }) => {
    const value = parseNumber(groups?.["number"] ?? "")?.value ?? 0;
    return value > 1 && !told.includes(value) && !SHARE.test(text.slice(0, index)) ? [value] : [];
  });
  if (ONE_MORE.test(text)) return true;
  // 走访12户,困难户5户、老人7户: the parts of what was counted.
  return left.length > 0 && !told.includes(left.reduce((sum, value) => sum + value, 0));
}
