import type { Day } from "#src/domain/day.ts";
import { findAhead } from "./ahead.ts";
import { asTotal } from "./as-total.ts";
import { findDays } from "./days.ts";
import type { FoundDate } from "./dates/found.ts";
import { isIdleDay } from "./is-idle-day.ts";
import { findCompanions, findNames } from "./names.ts";
import { parseNumber } from "./numbers.ts";
import { findPlace } from "./places.ts";
import { type ReadReport, readReport } from "./reports.ts";
import type { RecordPart } from "./told.ts";
import type { ReadingContext } from "./understanding.ts";
import { atEnd, guarded } from "./guarded.ts";
import { unfold } from "./unfold.ts";

/**
 * Reads the records of a message in their order; `beside` is what it tells beside the words of residents. A day still
 * to come is a plan however it is said: no record.
 */
export function readRecords(
  records: readonly RecordPart[],
  text: string,
  beside: string,
  today: Day,
  context: ReadingContext,
): ReadReport[] {
  const done: ReadReport[] = [];
  if (records.length === 0) return done;
  const lastWeek = HEAD_LAST_WEEK.test(text);
  let before = sharedDay(beside, today, context);
  const days = (one: RecordPart): FoundDate[] => findDays(one.text, today, context.people);
  const lastMonth = AFTER_LAST_MONTH.test(text);
  const month = lastMonth ? "上月" : HEAD_MONTH.exec(text)?.groups?.["month"];
  const whole = month === undefined ? records : records.map((one) => ofMonth(one, month));
  const parts = asTotal(withoutSum(whole)).flatMap((one) => unfold(one, days(one), today, context.people));
  const alone = parts.length === 1;
  for (const told of parts) {
    const record = lastWeek ? { ...told, text: told.text.replace(BARE_WEEKDAY, "上$1") } : told;
    const named = findDays(record.text, today, context.people);
    const dates = named.filter(
      (one) => !isAfterwards(record.text, one, today) && !isIdleDay(record.text, one, named),
    );
    if (dates.length > 0 && dates.every((one) => one.start > today && one.impossible !== true)) continue;
    const ahead =
      before === undefined || before.start === today ? findAhead(record.text, dates, context) : undefined;
    if (ahead === "plan") continue;
    const said = readReport(record, { named, dates }, today, before, context);
    const read = ahead === "slip" ? { ...said, ask: [...said.ask, "date" as const] } : said;
    before = read.day ?? before;
    done.push(read);
  }
  return alone
    ? done.map((one) => withLast(one, text, context))
    : done.map((one) => atAll(withAll(one, text, context), text, context));
}

// 上周参加了两次活动,周二…,周四…: how many follow, and none of them.
const SUM = guarded(
  /^[^,。;:\d]{0,8}?(?:参加|做|搞|办|开展|忙)了?(?<many>[两三四五六2-6])[次场个项件样回](?:履职)?(?:活动|会议?|事情?|工作)[,。:;\s]*$/u,
);

function withoutSum(records: readonly RecordPart[]): readonly RecordPart[] {
  const many = SUM.exec(records[0]?.text ?? "")?.groups?.["many"];
  return many !== undefined && parseNumber(many)?.value === records.length - 1 ? records.slice(1) : records;
}

// 第一天参加人代会,全天都在,明天继续: what comes after what was done.
const isAfterwards = (text: string, { index, start, impossible }: FoundDate, today: Day): boolean =>
  start > today &&
  impossible !== true &&
  BEGUN.test(text.slice(0, index)) &&
  ON.test(text.slice(index, index + NEAR));
const BEGUN = guarded(
  /(?:了|过|完|全天|都在|第[一二三四五六1-6]天|\d[户人名次场起家件位])[^,。;]{0,16}[,。;][^,。;]{0,6}$/u,
);
const ON = guarded(
  /^[^,。;]{1,8}(?:继续|接着|接到|还[要得有去]|再|又|才|会|要|就|开工|动工|兑现|答复|完工|上|开|见)/u,
);
const NEAR = 16;

// 3号走访了七户,6号接待四个人,都是在田坝村: said of all of them.
const ALL_AT = guarded(
  /(?:(?:^|[,。;])(?:以上|这[几两三])?(?:都|全)(?:部|是)*|(?<=[一-龥]{4})都是)(?:(?:在|到)[^,。;]+|(?<=是)[^,。;]{2,8}(?:村|社区|镇|街道|小区|[一二三四五六七八九十\\d]组)的?(?=[,。;]|$))/u,
);

function atAll(read: ReadReport, text: string, { places }: ReadingContext): ReadReport {
  const said = read.draft.place === undefined ? ALL_AT.exec(text)?.[0] : undefined;
  const place = said === undefined ? undefined : findPlace(said, places);
  return place === undefined ? read : { ...read, draft: { ...read.draft, place } };
}

// 18日植树,19日走访8户,都和吴红梅一起: said of all of them.
const ALL_WITH = guarded(
  /(?:^|[,。;])(?:这?[两几三四]次|以上)?(?:都|全)(?:部|是)*(?:和|跟|与|同|有)[^,。;]+/u,
);

function withAll(read: ReadReport, text: string, { people }: ReadingContext): ReadReport {
  const said = read.draft.with === undefined ? ALL_WITH.exec(text)?.[0] : undefined;
  const all = said === undefined ? [] : findNames(said, people);
  return all.length === 0 ? read : { ...read, draft: { ...read.draft, with: all } };
}

// 听他们讲茶青价钱,符永吉跟我一路的: who came along, said after what was heard.
const CAME_ALONG = atEnd(
  /(?:代表)?(?:[和跟与同陪]我们?|我们?俩?)?(?:一起|一路|一道|一块|同行|搭档)[去走来]?的[,。!\s]*$/u,
);

function withLast(read: ReadReport, text: string, { people }: ReadingContext): ReadReport {
  if (read.draft.with !== undefined || !CAME_ALONG.test(text)) return read;
  const all = findCompanions(text.slice(-LONGEST_END), people);
  return all.length === 0 ? read : { ...read, draft: { ...read.draft, with: all } };
}
const LONGEST_END = 24;

// 上周履职情况: 周二走访, 周四列席: the head says which week the days are of.
// The same where the first day is one of last week: 上周一调解了一起,周二讲了两个小时.
const HEAD_LAST_WEEK = guarded(
  /^上(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])|^[^,。\d]{0,4}上(?:个)?(?:周|星期|礼拜)[一二三四五六日天]/u,
);
const BARE_WEEKDAY = /(?<![上这本下个])((?:周|星期|礼拜)[一二三四五六日天])/u;

// 3号、17号接待选民,那是上个月: said after the days it is of.
const AFTER_LAST_MONTH = guarded(
  /[号日][^。;]{1,60}[,。;\s](?:[那这都全]|也)*是?上个?月(?:份|里|间|那阵|那时)?的?(?:事情?|活动?)?[了哈啊嘛哦噢]*(?:[,。;]|$)/u,
);
const BARE_DAY = /(?<![\d月./年第])(\d{1,2}[号日](?!楼|院|线|门))/gu;
const ofMonth = (one: RecordPart, month: string): RecordPart => ({
  ...one,
  text: one.text.replace(BARE_DAY, `${month}$1`),
});

// 5月参加了3次活动:4号视察,11号培训: the head says which month the days are of.
const HEAD_MONTH = guarded(
  /^[^,。;:\d]{0,6}?(?<month>\d{1,2}月|[一二三四五六七八九十]{1,2}月|上个?月)(?![\d一二三四五六七八九十初中底上下])份?[^。;:\d号日]{0,16}(?:\d[次场件个][^。;:\d号日]{0,8})?[:,](?=\d{1,2}[号日])/u,
);

// 本来昨天要走访的,改到今天: the day that was meant at first.
const MEANT_FIRST = atEnd(/(?:本来|原来|原本|原定|原计划)[^,。;]{0,4}$/u);

// A day that stands at the head, or the only one of the message, holds for records that name none of their own.
function sharedDay(text: string, today: Day, { people }: ReadingContext): FoundDate | undefined {
  const days = findDays(text, today, people).filter(
    (one) => !one.wide && one.start <= today && !MEANT_FIRST.test(text.slice(0, one.index)),
  );
  const first = days[0];
  const same = days.every((one) => one.start === first?.start && one.end === first.end);
  const last = first !== undefined && first.index > text.length - 13;
  return first !== undefined && (first.index <= 6 || (same && last)) ? first : undefined;
}
