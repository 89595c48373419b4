import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import { isComplaint, rankCategories } from "./categories.ts";
import { splitClauses, splitParts } from "./clauses.ts";
import { findCorrection } from "./correction.ts";
import { findDates } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found.ts";
import { mainKind } from "./kinds.ts";
import { findLeave } from "./leave.ts";
import { findOnBehalf, isHearsay } from "./names.ts";
import { normalise } from "./normalise.ts";
import { splitItems, toOpinion } from "./opinions.ts";
import { findQuery } from "./query.ts";
import { readReport } from "./reports.ts";
import { findSatisfaction } from "./satisfaction.ts";
import { findSuggestion } from "./suggestion.ts";
import type { Askable, ReadingContext, Understanding } from "./understanding.ts";
import { isCommand, isDenial, isPlan, isThanks, isWithdrawal } from "./words.ts";

const NOTHING: Understanding = { intent: "chat", reports: [], opinions: [], ask: [] };

/**
 * Reads one message: what it wants, and every record, opinion or wish in it. Pure, offline, never throws. What is
 * not certain is named in `ask`; nothing uncertain is passed off as known.
 */
export function understand(said: string, context: ReadingContext): Understanding {
  const text = normalise(said).trim();
  if (text === "") return NOTHING;
  const today = localDay(context.at, context.zone);
  return wish(text, today, context) ?? account(text, today, context);
}

// Short forms first: they are orders to the bot and mean one thing only.
function wish(text: string, today: Day, context: ReadingContext): Understanding | undefined {
  if (isCommand(text)) return { ...NOTHING, intent: "command" };
  if (isWithdrawal(text)) return { ...NOTHING, intent: "withdraw" };
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
  const ahead = findDates(text, { today, prefer: "future" });
  const leave = findLeave(text, ahead);
  if (leave !== undefined && !/群众|居民|村民反映/u.test(text)) return toLeave(leave);
  const query = findQuery(text, findDates(text, { today, prefer: "past" }), context);
  if (query !== undefined && !tellsOfDuty(text)) return { ...NOTHING, intent: "query", query };
  return undefined;
}

const toLeave = ({ date, reason }: NonNullable<ReturnType<typeof findLeave>>): Understanding =>
  date === undefined
    ? { ...NOTHING, intent: "leave", ask: ["date"] }
    : { ...NOTHING, intent: "leave", leave: { date, reason } };

// 走访了12户,问了多少… is a report with a question word in it, not a question.
const tellsOfDuty = (text: string): boolean =>
  /(?:去|到现场)看了?(?:一下|看)?我提的|(?:跟踪|督办|回头看)了/u.test(text) ||
  (/(?:参加|走访|接待|视察|调研|值班|慰问|调解|列席|旁听|培训|捐|宣讲|述职|巡)了/u.test(text) &&
    !/[??]$|多少|几(?:户|次|人)|吗$|谁/u.test(text));

function behalf(text: string, onBehalf: string, today: Day, context: ReadingContext): Understanding {
  const rest = text
    .replace(/^.*?(?:代报|代记|替报|替|帮|代)\s*/u, "")
    .replace(onBehalf, "")
    .replace(/^(?:代表)?(?:报|记|录|登记|填)?(?:一下|一条|个)?[\s,,::]*/u, "");
  return {
    ...account(rest, today, { ...context, people: context.people.filter((name) => name !== onBehalf) }),
    onBehalf,
  };
}

/** What a message tells: records and opinions, or nothing of the kind. */
function account(text: string, today: Day, context: ReadingContext): Understanding {
  if (isThanks(text) || isHearsay(text, context.people)) return NOTHING;
  const clauses = splitClauses(text).filter((clause) => !isUndone(clause.text, today));
  const real = clauses.map((clause) => clause.text).join("");
  if (real.trim() === "") return NOTHING;
  const { records, voices } = splitParts(real);
  const told = records.length === 0 ? complaintOf(real) : voices;
  const shared = sharedDay(real, today);
  const read = records.map((part) => readReport(part, today, shared, context));
  const opinions =
    told === ""
      ? []
      : splitItems(told)
          .filter((item) => !isIntroduction(item))
          .map((item) => toOpinion(item, context.places));
  const ask = new Set<Askable>(read.flatMap((one) => one.ask));
  if (opinions.some((one) => rankCategories(one.text).confidence === 0)) ask.add("category");
  const reports = read.map((one) => one.draft);
  if (reports.length > 0) return { intent: "report", reports, opinions, ask: [...ask] };
  if (opinions.length > 0) return { intent: "opinion", reports: [], opinions, ask: [...ask] };
  return NOTHING;
}

// A plan and a denial are no duty done; a day still to come is a plan however it is said.
function isUndone(clause: string, today: Day): boolean {
  if (mainKind(clause) === undefined) return false;
  if (isDenial(clause) || isPlan(clause)) return true;
  const dates = findDates(clause, { today, prefer: "past" });
  return dates.length > 0 && dates.every((one) => one.start > today);
}

const complaintOf = (text: string): string => (isComplaint(text) && text.length >= 5 ? text : "");

const isIntroduction = (item: string): boolean =>
  /^(?:收集|收到|记录|整理|共|主要|群众|大家)?[^,,。]{0,10}(?:意见|建议|问题|诉求)\d{0,3}[条件个]?(?:如下|有)?$/u.test(
    item,
  );

// A day at the head of the message holds for every part that names none of its own.
function sharedDay(text: string, today: Day): FoundDate | undefined {
  const days = findDates(text, { today, prefer: "past" }).filter((one) => !one.wide);
  const starts = new Set(days.map((one) => `${one.start}${one.end}`));
  return starts.size === 1 ? days[0] : days.find((one) => one.index <= 4);
}
