import type { Day } from "#src/domain/day.ts";
import { account } from "./account.ts";
import { asCorrection } from "./as-correction.ts";
import { asSuggestion } from "./as-suggestion.ts";
import { findCorrection } from "./correction.ts";
import { isOfOthers } from "./owns-to.ts";
import { findDays } from "./days.ts";
import { isNoLeave, readLeave } from "./leave.ts";
import { toQuery } from "./query.ts";
import { findSatisfaction } from "./satisfaction.ts";
import { senseQuery } from "./sense/sense.ts";
import { toSuggestion } from "./suggestion.ts";
import type { Intent, ReadingContext, Understanding } from "./understanding.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/**
 * Reads a message as what it is known to be, though no rule saw it; undefined where nothing of the kind can be found
 * in it. `canon` is the message as it is weighed.
 */
export function readAs(
  intent: Intent,
  text: string,
  today: Day,
  context: ReadingContext,
  canon: string,
): Understanding | undefined {
  switch (intent) {
    case "report":
    case "opinion":
      return account(text, today, context, intent);
    case "query":
      return {
        ...NOTHING,
        intent,
        query: toQuery(text, (way) => findDays(text, today, context.people, way), context, senseQuery(canon)),
      };
    case "leave":
      return asLeave(text, today, context);
    case "correction":
      return isOfOthers(text)
        ? undefined
        : asCorrection(findCorrection(text, today, context, true) ?? "unclear");
    case "suggestion":
      return asSuggestion(toSuggestion(text, context.people));
    case "satisfaction": {
      const value = findSatisfaction(text, true);
      return value === undefined
        ? { ...NOTHING, intent, ask: ["value"] }
        : { ...NOTHING, intent, satisfaction: { value } };
    }
    case "withdraw":
    case "chat":
      return { ...NOTHING, intent };
    case "command":
      return undefined;
  }
}

function asLeave(text: string, today: Day, { people }: ReadingContext): Understanding | undefined {
  const { date, reason } = readLeave(text, findDays(text, today, people, "future"));
  if (isNoLeave(text, date, today)) return undefined;
  return date === undefined
    ? { ...NOTHING, intent: "leave", ask: ["date", "reason"] }
    : { ...NOTHING, intent: "leave", leave: { date, reason } };
}
