import { addDays, type Day } from "#src/domain/day.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import { localDay } from "#src/domain/local-time.ts";
import { listMatches } from "./list-matches.ts";
import { isHearsay } from "./names.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import type { Proposal } from "./proposal.ts";
import { readAs } from "./read-as.ts";
import { toReadable } from "./readable.ts";
import { toCanon } from "./sense/canon.ts";
import type { Askable, ReadingContext, Understanding } from "./understanding.ts";
import { isChatter, isDenial, isPlan, isThanks } from "./words.ts";

/** Nobody reports what is longer ago. */
const OLDEST_DAYS = 400;
const LONGEST_PLACE = 30;
/** From so many characters on there may be more in a message than the rules see. */
const SENTENCE = 8;

/**
 * What a message says, where a second reader was asked about it. The rules stay the reader: they read the message again
 * as what it was proposed to be, and of a proposed value they take only what they had a question about and what stands
 * in the message itself. Whatever they do not find there is asked, as if nobody had proposed anything.
 */
export function settle(
  read: Understanding,
  proposal: Proposal,
  said: string,
  context: ReadingContext,
): Understanding {
  const text = toReadable(said, context.places);
  const today = localDay(context.at, context.zone);
  const isOpen = read.ask.includes("intent") || isPuzzling(read, text, context.people);
  const whole = isOpen ? adopt(read, proposal, text, today, context) : read;
  const [report, ...more] = whole.reports;
  if (report !== undefined && more.length === 0) return filled(whole, proposal, text, today, report);
  const [opinion, ...others] = whole.opinions;
  return opinion === undefined || others.length > 0 ? whole : sorted(whole, proposal, opinion);
}

/** True where somebody else may know better: the rules have a question, or see nothing in a whole sentence. */
export const isUnsure = (read: Understanding, said: string, context: ReadingContext): boolean =>
  read.ask.length > 0 || isPuzzling(read, toReadable(said, context.places), context.people);

// What is still to come, did not happen or was somebody else's doing is no record, whoever says that it is.
const isPuzzling = ({ intent }: Understanding, text: string, people: readonly string[]): boolean =>
  intent === "chat" &&
  text.length >= SENTENCE &&
  !(isPlan(text) || isDenial(text) || isHearsay(text, people) || isThanks(text) || isChatter(text));

function adopt(
  read: Understanding,
  { intent }: Proposal,
  text: string,
  today: Day,
  context: ReadingContext,
): Understanding {
  if (intent === "chat") return read;
  const canon = toCanon(text, context.people, context.places);
  const again = readAs(intent, text, today, context, canon);
  const found = again !== undefined && holds(again, intent);
  return found ? { ...read, ...again, ask: without(again.ask, ["intent"]) } : read;
}

const holds = (read: Understanding, intent: Proposal["intent"]): boolean =>
  intent === "suggestion"
    ? read.suggestion !== undefined
    : read.reports.length + read.opinions.length > 0 && read.intent === intent;

function filled(
  read: Understanding,
  { kind, date, place }: Proposal,
  text: string,
  today: Day,
  report: ReportDraft,
): Understanding {
  const isAsked = (name: Askable): boolean => read.ask.includes(name);
  const taken = {
    ...(kind !== undefined && isAsked("kind") ? { kind } : {}),
    ...(date !== undefined && isAsked("date") && isSaid(date, text, today) ? { date } : {}),
    ...(place !== undefined && isAsked("place") && standsIn(place, text) ? { place } : {}),
  };
  return {
    ...read,
    reports: [{ ...report, ...taken }],
    ask: read.ask.filter((name) => !Object.hasOwn(taken, name)),
  };
}

function sorted(read: Understanding, { category }: Proposal, opinion: OpinionDraft): Understanding {
  if (category === undefined || !read.ask.includes("category")) return read;
  return { ...read, opinions: [{ ...opinion, category }], ask: without(read.ask, ["category"]) };
}

const without = (ask: readonly Askable[], names: readonly Askable[]): Askable[] =>
  ask.filter((name) => !names.includes(name));

const standsIn = (place: string, text: string): boolean =>
  place.length > 1 && place.length <= LONGEST_PLACE && text.includes(place);

const NUMBERS = new RegExp(NUMBER, "gu");

// A day of the month that is past and whose number stands in the message.
function isSaid(date: Day, text: string, today: Day): boolean {
  if (date > today || date < addDays(today, -OLDEST_DAYS)) return false;
  const numbers = listMatches(NUMBERS, text).map((match) => parseNumber(match[0])?.value);
  return numbers.includes(Number(date.slice(-2)));
}
