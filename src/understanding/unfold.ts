import { eachPart } from "./each-part.ts";
import { eachTurn } from "./each-turn.ts";
import { guarded } from "./guarded.ts";
import type { Day } from "#src/domain/day.ts";
import { isInOrder } from "./is-in-order.ts";
import { isStretch } from "./is-stretch.ts";
import { isFestival } from "./dates/festivals.ts";
import type { FoundDate } from "./dates/found.ts";
import { findDays } from "./days.ts";
import { mainKind } from "./kinds.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import type { RecordPart } from "./told.ts";

const UNIT = "(?:个|户|人|名|位|家|起|件|次|场|条|处|所|亩|元|块|盏|篇)";
// 8月6日1起, 3号来了2个人: how much there was on a day.
const AMOUNT = new RegExp(`^[^,。;:、\\d日号]{0,12}?${NUMBER}(?:余|多|来|几)?${UNIT}`, "u");
const BEGINS = guarded(/(?:^|[,。;:\s]|[户人名起件次家个场条]、?)(?:其中|另外|还有)?$/u);
// 走访两次, 周末两天: the sum of what follows day by day.
const SUM = new RegExp(
  `(?:一共|总共|共|了)?${NUMBER}(?:余|多)?(?:次|回|趟|天|起|场|户|人|件|名|条|家)(?:的)?`,
  "gu",
);
const JOINED = /^(?:[和跟与、,及]|还有|以及)$/u;

/**
 * A record that tells of several days one by one, as one record a day: 上月调解:8月6日1起,8月20日2起, and
 * 8号、15号各走访了5户. `dates` are the days that it names; neighbouring days without an amount each stay one stretch.
 */
export function unfold(
  part: RecordPart,
  dates: readonly FoundDate[],
  today: Day,
  people: readonly string[],
): readonly RecordPart[] {
  const named = dates.filter(
    (one) => !one.wide && one.start === one.end && one.start <= today && one.impossible !== true,
  );
  const plain = named.filter((one) => !isFestival(one.text) || !(one.doubtful || isHead(part.text, one)));
  const days = plain.length > 0 ? plain : named;
  const stretches = dates.filter((one) => !one.wide && one.start !== one.end);
  const headed = underHead(part, dates);
  if (headed !== part) return unfold(headed, findDays(headed.text, today, people), today, people);
  if (new Set(days.map((one) => one.start)).size < 2) return eachPart(part);
  const wordsOf = (day: FoundDate): string =>
    findDays(day.text, today, people)[0]?.start === day.start ? day.text : written(day.start);
  return dayByDay(part, days, stretches, wordsOf) ?? eachOf(part, days, wordsOf) ?? [part];
}

// 周末两天都没闲:周六走了3户: the head says no more than when it was.
const ONLY_WHEN = guarded(
  /^(?:这?[两三四五]天|期间)?(?:我?都在[^,。;:]{1,4}|我?(?:都|也)?(?:没|不)(?:闲|歇|休息|空)[^,。;:在到去]{0,3})?[:,]$/u,
);

function underHead(part: RecordPart, [first, second]: readonly FoundDate[]): RecordPart {
  if (first === undefined || second === undefined || first.start === first.end || first.index > 2)
    return part;
  const inside = second.start >= first.start && second.end <= first.end && second.start === second.end;
  const between = part.text.slice(first.index + first.text.length, second.index);
  return inside && ONLY_WHEN.test(between) ? { ...part, text: part.text.slice(second.index) } : part;
}

const written = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

// 三场宣讲:9号洛湾社区,10号黄连村: a day with its place under a heading.
const HEADED = guarded(/^[^,。;:]{2,20}:[^,。;:]{1,12}[号日]/u);
const ONLY_WHERE =
  /^[在到去]?[^,。;:、\d日号在到去了]{1,8}(?:村|社区|街道|[镇乡站校院场]|小学|中学|广场|中心)(?=[,。;、\s]|$)/u;

type Words = (day: FoundDate) => string;

function dayByDay(
  part: RecordPart,
  days: readonly FoundDate[],
  stretches: readonly FoundDate[],
  wordsOf: Words,
): RecordPart[] | undefined {
  const { text } = part;
  const told = days.filter(
    ({ index, text: words }) =>
      BEGINS.test(text.slice(0, index)) &&
      (AMOUNT.test(text.slice(index + words.length)) ||
        (HEADED.test(text) && ONLY_WHERE.test(text.slice(index + words.length)))),
  );
  const [first] = told;
  if (first === undefined || new Set(told.map((one) => one.start)).size < Math.max(2, told.length))
    return undefined;
  const before = [...days, ...stretches].filter(
    (one) => one.index < first.index && !(isFestival(one.text) && isHead(text, one)),
  );
  if (before.some((one) => told.every(({ start }) => start < one.start || start > one.end))) return undefined;
  const head = withoutDays(text.slice(0, first.index), before).replace(SUM, "");
  const { index = 0, length = 0 } = mainKind(text) ?? {};
  const duty = /[一-龥]{2}/u.test(head) ? head : `${text.slice(index, index + length)},`;
  return told.map((day, nth) => {
    const words = text.slice(day.index + day.text.length, told[nth + 1]?.index);
    const known = (nth === 0 && duty !== head) || mainKind(words) !== undefined;
    return { ...part, text: `${known ? head : duty}${wordsOf(day)}${words}` };
  });
}

// 中秋慰问:9月20日看望4户,9月21日…: the festival of a heading says why, and not when.
const isHead = (text: string, { index, text: words }: FoundDate): boolean =>
  HEAD.test(text.slice(index + words.length));
const HEAD = guarded(/^[^,。:;了\d]{0,10}:/u);

function withoutDays(text: string, days: readonly FoundDate[]): string {
  let left = text;
  for (const { index, text: words } of days.toSorted((a, b) => b.index - a.index))
    left = left.slice(0, index) + left.slice(index + words.length);
  return left.replace(/^[\s和跟与、,及]+/u, "");
}

// 2号9号16号, 上周二上周四各值班一次: numbers of days and what is told of each need nothing between them.
function isJoined(one: FoundDate, next: FoundDate, text: string, shared: boolean): boolean {
  const between = text.slice(one.index + one.text.length, next.index).trim();
  return (
    JOINED.test(between) ||
    (between === "" && (shared || (/[号日]$/u.test(one.text) && /[号日]$/u.test(next.text))))
  );
}

// 9月2日、9日分别接待群众3人、5人.
const SHARES = new RegExp(`${NUMBER}(?:余|多)?${UNIT}?(?:[、,和]${NUMBER}(?:余|多)?${UNIT}?){1,7}`, "u");
// 分别走访干河村5户、桃子坪村7户: each amount with its place.
const APART = new RegExp(
  `${NUMBER}(?:余|多)?${UNIT}(?:[、,和][^,。;、\\d]{2,8}${NUMBER}(?:余|多)?${UNIT}){1,7}`,
  "u",
);
const IN_ALL = new RegExp(`(?:一共|总共|共计|合计|拢共|共)(?:有|是)?${NUMBER}${UNIT}`, "u");
const SHARE = new RegExp(`${NUMBER}(?:余|多)?${UNIT}?`, "gu");

function eachOf(part: RecordPart, days: readonly FoundDate[], wordsOf: Words): RecordPart[] | undefined {
  const { text } = part;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const rest = text.slice(last.index + last.text.length);
  const shared = /^[^,。;]{0,10}(?:各|分别)|每[次回天]/u.test(rest);
  const isRow = days.every((one, nth) => {
    const next = days[nth + 1];
    return next === undefined || isJoined(one, next, text, shared);
  });
  const turns = isRow ? eachTurn(rest) : [];
  if (!isRow || (!shared && turns.length !== days.length && isStretch(days))) return undefined;
  if (turns.length === days.length)
    return days.map((day, nth) => ({
      ...part,
      ...(isInOrder(days) ? {} : { open: ["count"] as const }),
      text: `${text.slice(0, first.index)}${wordsOf(day)}${turns[nth] ?? ""}`,
    }));
  const apart = shared ? eachAt(part, days, rest, wordsOf) : undefined;
  if (apart !== undefined) return apart;
  const row = SHARES.exec(rest)?.[0];
  const shares = row?.match(SHARE) ?? [];
  const told = shares.length === days.length;
  // 每天在站里接待,共9人: how many there were in all says nothing of one of them.
  const open = shared ? IN_ALL.test(rest) : new RegExp(`${NUMBER}${UNIT}`, "u").test(rest);
  const unit = /[^\d一二两三四五六七八九十百]+$/u.exec(shares.at(-1) ?? "")?.[0] ?? "";
  return days.map((day, nth) => {
    const share = shares[nth] ?? "";
    const own =
      told && row !== undefined ? rest.replace(row, share.endsWith(unit) ? share : share + unit) : rest;
    const words = own.replace(/^([^,。;]{0,10})(?:各|分别)/u, "$1").replace(/每[次回天](?:都)?/u, "");
    return {
      ...part,
      ...(open && !told ? { open: ["count"] as const } : {}),
      text:
        withoutTimes(text.slice(0, first.index), days.length) +
        wordsOf(day) +
        withoutTimes(words, days.length),
    };
  });
}

function eachAt(
  part: RecordPart,
  days: readonly FoundDate[],
  rest: string,
  wordsOf: Words,
): RecordPart[] | undefined {
  const { 0: row, index = 0 } = APART.exec(rest) ?? {};
  const duty = mainKind(rest);
  const told = row?.split(/[、,和]/u) ?? [];
  if (duty === undefined || duty.index > index || told.length !== days.length) return undefined;
  const verb = rest.slice(0, duty.index + duty.length);
  return days.map((day, nth) => {
    const own = nth === 0 ? rest.slice(verb.length, index) : "";
    return { ...part, text: `${wordsOf(day)}${verb.replace(/各|分别/u, "")}${own}${told[nth] ?? ""}` };
  });
}

// 值班三次:2号、9号、15号: one time on each of three days.
const TIMES = new RegExp(`(?<number>${NUMBER})(?:次|回|趟|天)`, "gu");
const withoutTimes = (text: string, days: number): string =>
  text.replace(TIMES, (words, number: string) => (parseNumber(number)?.value === days ? "" : words));
