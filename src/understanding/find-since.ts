import type { Day } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";
import { hasChar, toCharSet } from "./char-set.ts";
import { guarded } from "./guarded.ts";

/** The days from one that was named until the end of what was done. */
type Since = { readonly day: FoundDate; readonly start: Day; readonly end: Day };

// 从13号: behind such a word, or with it at its head; no line ends between.
const FROM = toCharSet("从自打");
const LINE_ENDS = toCharSet("\n\r\u2028\u2029");
function isFrom(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  return index === 0
    ? hasChar(FROM, text.charCodeAt(0))
    : hasChar(FROM, before) || (!hasChar(LINE_ENDS, before) && hasChar(FROM, text.charCodeAt(index)));
}
const TO_THE_END = guarded(
  /^(?:(?:开会|报到|开幕|开班)?起|开始)[^。;]{0,16}(?:[没未不](?:落|缺|漏|请假|耽误)|全程|都在|一直)|^[^,。;]{0,8}(?:一直|直)?[^,。;]{0,6}到(?:散会|闭幕|结束|结业|散场|收工|收尾|最后|现在|这会)/u,
);
/** No further does the end stand from the day. */
const NEAR = 24;

// 从13号开到16号: from one day to another, with a verb between.
const ON_TO = /^[一-龥]{1,4}到$/u;

function fromTo(text: string, days: readonly FoundDate[], today: Day): Since | undefined {
  const plain = days.filter((one) => !one.wide && one.start === one.end);
  for (const [nth, day] of plain.entries()) {
    const until = plain[nth + 1];
    if (until === undefined || until.start <= day.start || until.end > today) continue;
    const isSo = isFrom(text, day.index) && ON_TO.test(text.slice(day.index + day.text.length, until.index));
    if (isSo) return { day, start: day.start, end: until.end };
  }
  return undefined;
}

// 从十五号开始报到一直开到十八号: read as until today, before the other day was named.
const ON_TO_DAY = guarded(/^[^,。;]{0,12}(?:到|至)$/u);

function fromOn(text: string, days: readonly FoundDate[], today: Day): Since | undefined {
  const day = days.find((one) => !one.wide && isFrom(one.text, 1) && one.end === today && one.start < today);
  if (day === undefined) return undefined;
  const after = day.index + day.text.length;
  const until = days.find(
    (one) => one.index > day.index && one.start > day.start && ON_TO_DAY.test(text.slice(after, one.index)),
  );
  return until === undefined || until.end > today ? undefined : { day, start: day.start, end: until.end };
}

/**
 * 今天闭幕,我从18号报到一直坐到散会: from the day after 从 until the other day that is named, else until today.
 * Undefined where nothing is told so.
 */
export function findSince(text: string, days: readonly FoundDate[], today: Day): Since | undefined {
  const day = days.find(
    ({ index, text: words, start, end, wide }) =>
      !wide &&
      start === end &&
      start < today &&
      isFrom(text, index) &&
      TO_THE_END.test(text.slice(index + words.length, index + words.length + NEAR)),
  );
  if (day === undefined) return fromTo(text, days, today) ?? fromOn(text, days, today);
  const until = days.find((one) => !one.wide && one.start > day.start && one.end <= today);
  return { day, start: day.start, end: until?.end ?? today };
}
