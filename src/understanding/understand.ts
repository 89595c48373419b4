import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import { account } from "./account.ts";
import { findCorrection } from "./correction.ts";
import { findDays } from "./days.ts";
import { findLeave, wantsLeave } from "./leave.ts";
import { findOnBehalf } from "./names.ts";
import { normalise } from "./normalise.ts";
import { findQuery } from "./query.ts";
import { findSatisfaction } from "./satisfaction.ts";
import { smooth } from "./smooth.ts";
import { findSuggestion } from "./suggestion.ts";
import type { ReadingContext, Understanding } from "./understanding.ts";
import { isChatter, isCommand, isWithdrawal } from "./words.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/**
 * Reads one message: what it wants, and every record, opinion or wish in it. Pure, offline, never throws. What is
 * not certain is named in `ask`; nothing uncertain is passed off as known.
 */
export function understand(said: string, context: ReadingContext): Understanding {
  const { text } = smooth(normalise(said).trim());
  const bare = text.trim();
  if (bare === "") return NOTHING;
  const today = localDay(context.at, context.zone);
  return wish(bare, today, context) ?? account(bare, today, context);
}

// Short forms first: they are orders to the bot and mean one thing only.
function wish(text: string, today: Day, context: ReadingContext): Understanding | undefined {
  if (isCommand(text)) return { ...NOTHING, intent: "command" };
  if (isWithdrawal(text)) return { ...NOTHING, intent: "withdraw" };
  if (isChatter(text)) return NOTHING;
  const onBehalf = findOnBehalf(text, context.people);
  if (onBehalf !== undefined) return behalf(text, onBehalf, today, context);
  const satisfaction = findSatisfaction(text);
  if (satisfaction !== undefined)
    return { ...NOTHING, intent: "satisfaction", satisfaction: { value: satisfaction } };
  const correction = findCorrection(text, today, context);
  if (correction === "unclear") return { ...NOTHING, intent: "correction", ask: ["value"] };
  if (correction !== undefined) return { ...NOTHING, intent: "correction", correction };
  const suggestion = findSuggestion(text, context.people);
  if (suggestion !== undefined) return { ...NOTHING, intent: "suggestion", suggestion };
  return question(text, today, context) ?? absence(text, today);
}

function question(text: string, today: Day, context: ReadingContext): Understanding | undefined {
  const query = findQuery(text, () => findDays(text, today), context);
  return query === undefined ? undefined : { ...NOTHING, intent: "query", query };
}

function absence(text: string, today: Day): Understanding | undefined {
  const leave = wantsLeave(text) ? findLeave(text, findDays(text, today, "future")) : undefined;
  if (leave === undefined) return undefined;
  const { date, reason } = leave;
  if (date === undefined) return { ...NOTHING, intent: "leave", ask: ["date", "reason"] };
  return { ...NOTHING, intent: "leave", leave: { date, reason } };
}

function behalf(text: string, onBehalf: string, today: Day, context: ReadingContext): Understanding {
  const people = context.people.filter((name) => name !== onBehalf);
  const rest = text
    .replace(/^[^,。]*?(?:代报|代记|替报|代填|代录|代替|代表报|替|帮|代)\s*/u, "")
    .replace(onBehalf, "")
    .replace(/^(?:代表)?(?:补?报|记|录|登记|填|补)?(?:一?下|一?条|个|一笔)?[\s,::。]*/u, "")
    .replaceAll(onBehalf, "")
    .replace(/(?<=^|[,。\s]|今天|昨天|前天|上午|下午|[日号])(?:他|她)(?!们)/gu, "")
    .replace(/^[\s,。:;]+/u, "");
  return { ...account(rest, today, { ...context, people }), onBehalf };
}
