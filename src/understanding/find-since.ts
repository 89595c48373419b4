import type { Day } from "#src/domain/day.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";

/** The days from one that was named until the end of what was done. */
type Since = { readonly day: FoundDate; readonly start: Day; readonly end: Day };

const FROM = /^.?[从自打]/u;
const TO_THE_END = guarded(
  /^[^,。;]{0,8}(?:一直|直)?[^,。;]{0,6}到(?:散会|闭幕|结束|结业|散场|收工|收尾|最后|现在|这会)/u,
);
/** No further does the end stand from the day. */
const NEAR = 24;

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
      FROM.test(text.slice(Math.max(0, index - 1), index + 1)) &&
      TO_THE_END.test(text.slice(index + words.length, index + words.length + NEAR)),
  );
  if (day === undefined) return undefined;
  const until = days.find((one) => !one.wide && one.start > day.start && one.end <= today);
  return { day, start: day.start, end: until?.end ?? today };
}
