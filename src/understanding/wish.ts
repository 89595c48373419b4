import type { Day } from "#src/domain/day.ts";
import { asCorrection } from "./as-correction.ts";
import { asSuggestion } from "./as-suggestion.ts";
import { findCorrection } from "./correction.ts";
import { findDays } from "./days.ts";
import { isNoLeave, readLeave, wantsLeave } from "./leave.ts";
import { guarded } from "./guarded.ts";
import { findQuery } from "./query.ts";
import { findSatisfaction, wantsToRate } from "./satisfaction.ts";
import { senseQuery } from "./sense/sense.ts";
import { findSuggestion } from "./suggestion.ts";
import type { ReadingContext, Understanding } from "./understanding.ts";
import { isChatter, isCommand, isWithdrawal } from "./words.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/**
 * What a message wants of the bot, by its words alone; undefined where it only tells something. Short forms first:
 * they are orders to the bot and mean one thing only. `canon` is the message as it is weighed.
 */
export function readWish(
  text: string,
  today: Day,
  context: ReadingContext,
  canon: string,
): Understanding | undefined {
  if (isCommand(text)) return { ...NOTHING, intent: "command" };
  if (isWithdrawal(text)) return { ...NOTHING, intent: "withdraw" };
  if (isChatter(text)) return NOTHING;
  const satisfaction = findSatisfaction(text);
  if (satisfaction !== undefined)
    return { ...NOTHING, intent: "satisfaction", satisfaction: { value: satisfaction } };
  if (wantsToRate(text)) return { ...NOTHING, intent: "satisfaction", ask: ["value"] };
  const correction = findCorrection(text, today, context);
  if (correction !== undefined) return asCorrection(correction);
  const suggestion = findSuggestion(text, context.people);
  if (suggestion !== undefined) return asSuggestion(suggestion);
  return question(text, today, context, canon) ?? absence(text, today, context);
}

function question(
  text: string,
  today: Day,
  context: ReadingContext,
  canon: string,
): Understanding | undefined {
  const query = findQuery(
    text,
    (way) => findDays(text, today, context.people, way),
    context,
    () => senseQuery(canon),
  );
  return query === undefined ? undefined : { ...NOTHING, intent: "query", query };
}

const NEXT_WEEK = guarded(
  /下个?(?:周|星期|礼拜)[一二三四五六日天][^。]{1,20}[,。;](?:周|星期|礼拜)[一二三四五六日天]/u,
);
const BARE_WEEKDAY = /(?<=[,。;])((?:周|星期|礼拜)[一二三四五六日天])/u;
// 下午的活动去不成了: of today, where no day is named.
const SOON = guarded(
  /(?:^|[,。;\s])(?:今天|待会儿?|等[会下]儿?|一会儿?)?(?:上午|下午|今晚|晚上|中午)(?:的|那个|有个)?[^,。;]{0,6}(?:会|活动|视察|培训|学习|调研|检查)/u,
);

function absence(text: string, today: Day, { people }: ReadingContext): Understanding | undefined {
  if (!wantsLeave(text)) return undefined;
  // 下周二去培训,周三的会参加不了: of the same week.
  const said = NEXT_WEEK.test(text) ? text.replace(BARE_WEEKDAY, "下$1") : text;
  const { date = SOON.test(text) ? today : undefined, reason } = readLeave(
    said,
    findDays(said, today, people, "future"),
  );
  if (isNoLeave(text, date, today)) return undefined;
  if (date === undefined) return { ...NOTHING, intent: "leave", ask: ["date", "reason"] };
  return { ...NOTHING, intent: "leave", leave: { date, reason } };
}
