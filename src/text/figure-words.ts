import { ACTIVITY_KINDS, type AttendedKind, isSitting, SITTING_KINDS } from "#src/domain/activity.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { Act, ListPageAct } from "#src/domain/act.ts";
import { COUNT_UNITS, type Counts, isCountUnit } from "#src/domain/count-unit.ts";
import { type Day, daysInMonth, monthOf, yearOf } from "#src/domain/day.ts";
import { DUTY_KINDS, isDutyKind } from "#src/domain/duty-kind.ts";
import { BEFORE_ALL, type FigurePeriod } from "#src/domain/figures/figure-period.ts";
import type { CutLine, Page, Tally } from "#src/domain/figures/figure-view.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import { byRoom } from "./by-room.ts";
import { dateWords } from "./format.ts";
import { RECORD_MARKS } from "#src/domain/figures/record-mark.ts";
import type { RenderedChoice } from "./rendered.ts";

const QUARTERS = "一二三四";

/** 历年 where it has no begin; 2026年, 2026年二季度, 2026年上半年, 2026年4月; else 4月3日至5月9日, with years where they differ from this one. */
export function period({ from, to }: FigurePeriod): string {
  if (from === BEFORE_ALL) return "历年";
  if (yearOf(from) !== yearOf(to)) return overYears({ from, to });
  const [year, first, last] = [yearOf(from), monthOf(from), monthOf(to)];
  const whole = from.endsWith("-01") && to.endsWith(`-${daysInMonth(yearOf(to), last)}`);
  if (from === to) return dateWords(from);
  if (!whole) return `${dateWords(from)}至${dateWords(to)}`;
  if (first === last) return `${year}年${first}月`;
  if (first === 1 && last === 12) return `${year}年`;
  if (last - first === 5 && first % 6 === 1) return `${year}年${first === 1 ? "上" : "下"}半年`;
  if (last - first === 2 && first % 3 === 1) return `${year}年${QUARTERS[(first - 1) / 3] ?? ""}季度`;
  return `${year}年${first}月至${last}月`;
}

// Both years are told, the present one as well: left out, a stretch of two years reads as one of some days.
function overYears({ from, to }: FigurePeriod): string {
  const isWhole = from.endsWith("-01") && isMonthEnd(to);
  if (isWhole && monthOf(from) === 1 && monthOf(to) === 12) return `${yearOf(from)}年至${yearOf(to)}年`;
  const month = (day: Day): string => `${yearOf(day)}年${monthOf(day)}月`;
  const date = (day: Day): string => `${month(day)}${Number(day.slice(-2))}日`;
  return isWhole ? `${month(from)}至${month(to)}` : `${date(from)}至${date(to)}`;
}

const isMonthEnd = (day: Day): boolean => day.endsWith(`-${daysInMonth(yearOf(day), monthOf(day))}`);

/** The words for a kind of duty. */
export const kindName = (kind: string): string => (isDutyKind(kind) ? DUTY_KINDS[kind].name : kind);

/** The words for a kind of meeting; the congress by what it is called. */
export const meetingName = (kind: AttendedKind): string =>
  kind === "congress_session" ? "人代会" : isSitting(kind) ? SITTING_KINDS[kind] : ACTIVITY_KINDS[kind];

const MOST_UNITS = 6;

/** 120户、340人次等: the first few quantities in the order of the list of units, longest kept short. */
export function amounts(counts: Counts, most = MOST_UNITS): string {
  const told = Object.keys(COUNT_UNITS)
    .filter(isCountUnit)
    .flatMap((unit) => {
      const n = counts[unit];
      return n === undefined ? [] : [`${round(n)}${COUNT_UNITS[unit]}`];
    });
  return told.slice(0, most).join("、") + (told.length > most ? "等" : "");
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** 走访群众5次(24户). */
function cutLine({ label, tally }: CutLine, units: number): string {
  const sums = units === 0 ? "" : amounts(tally.counts, units);
  return `${kindName(label)}${tally.activities}次${sums === "" ? "" : `(${sums})`}`;
}

/** The same in a list, with how many of its records nobody has said yes to. */
export const listedLine = (line: CutLine): string => {
  const { unconfirmed } = line.tally;
  const mark = unconfirmed === 0 ? "" : `,未确认${unconfirmed}条`;
  const [two, one, none] = [cutLine(line, 2), cutLine(line, 1), cutLine(line, 0)];
  return byRoom(`${two}${mark}`, `${one}${mark}`, one, none);
};

/** 走访群众5次、接待选民2次. */
export const inline = (lines: readonly CutLine[], most: number): string => {
  const told = (units: number): string =>
    lines
      .slice(0, most)
      .map((line) => cutLine(line, units))
      .join("、") + (lines.length > most ? "等" : "");
  return byRoom(told(2), told(1), told(0));
};

/** What a figure is about: 羊昌镇 2026年二季度 走访群众. */
export const subjectWords = (subject: Subject): string =>
  [
    `${subject.whose ?? "您"}${subject.without === undefined ? "" : `(没有查到${subject.without.join("、")},不在内)`}`,
    ...(subject.place === undefined ? [] : [subject.place]),
    period(subject),
    ...(subject.kind === undefined ? [] : [kindName(subject.kind)]),
    ...(subject.mark === undefined ? [] : [RECORD_MARKS[subject.mark]]),
    ...(subject.meeting === undefined ? [] : [meetingName(subject.meeting)]),
    ...(subject.least === undefined ? [] : [`缺席${subject.least}次及以上的`]),
    ...(subject.urgent === undefined ? [] : ["紧急的"]),
    ...(subject.category === undefined ? [] : [`${OPINION_CATEGORIES[subject.category]}类的`]),
    ...(subject.word === undefined ? [] : [`提到“${subject.word}”的`]),
    ...(subject.waiting === undefined ? [] : [`等了超过${subject.waiting}天的`]),
    ...(subject.open === undefined ? [] : ["没办的"]),
  ].join(" ");

/** 35次(41条记录,12位代表). */
export const tallyWords = ({ activities, records, deputies }: Tally): string =>
  `${activities}次(${records}条记录,${deputies}位代表)`;

/** 35次(41条记录): one deputy's own. */
export const ownTallyWords = ({ activities, records }: Omit<Tally, "deputies">): string =>
  `${activities}次(${records}条记录)`;

/** Taps to the neighbouring pages of a list, by what asks for a page of it. */
export const turns = (
  { page, pages }: Page<unknown>,
  toAct: (page: number) => Act,
): readonly RenderedChoice[] => [
  ...(page < pages ? [{ label: "下一页", act: toAct(page + 1) }] : []),
  ...(page > 1 ? [{ label: "上一页", act: toAct(page - 1) }] : []),
];

/** The same for a list that words call up. */
export const pageTaps = (list: Page<unknown>, command: string): readonly RenderedChoice[] =>
  turns(list, (page) => ({ do: "say", text: `${command} ${page}` }));

/** The same for a list whose stretch and people the words for it might not tell again. */
export const pagesOfSame = (
  lines: Page<unknown>,
  list: Omit<ListPageAct, "page">,
): readonly RenderedChoice[] => turns(lines, (page) => ({ ...list, page }));

/** (第2页,共3页) where a list has several. */
export const pageMark = ({ page, pages }: Page<unknown>): string =>
  pages > 1 ? `(第${page}页,共${pages}页)` : "";

/** The same stretch one year before, beside what was asked; nothing where that reaches into the stretch itself. */
export function beforeWords(
  { from }: FigurePeriod,
  { before, beforePeriod }: { readonly before: Tally; readonly beforePeriod: FigurePeriod },
): string | false {
  if (beforePeriod.to >= from) return false;
  if (before.records === 0) return `上年同期(${period(beforePeriod)})没有记录`;
  // As many as of the stretch itself: what is left out on one side cannot be compared.
  const then = amounts(before.counts);
  return `上年同期:${before.activities}次${then === "" ? "" : `,${then}`}`;
}
