import type { Facts } from "#src/domain/facts.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { WhoseOutcome } from "#src/domain/requests/whose.ts";
import { isSorted } from "#src/understanding/categories.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { complains } from "#src/understanding/problems.ts";
import { findNames } from "#src/understanding/names.ts";
import { understand } from "#src/understanding/understand.ts";
import { isChatter } from "#src/understanding/words.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { audienceOf, isStaff } from "../audience.ts";
import { readingContext, toCard } from "../card.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { goneInstead } from "../gone-instead.ts";
import { hearDoers } from "./doers.ts";
import { toldOf } from "../told-of.ts";
import { ask, findPending, focus, say } from "../turns.ts";
import { present, presentNew, type Said, showCard } from "./report.ts";

/** A report by somebody who may file one: a deputy's own, or one for a deputy whom staff look after. */
export function hearReport(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn {
  const { speaker } = facts;
  const doers = hearDoers(dialog, said, facts);
  if (doers !== undefined) return doers;
  const deed = hearDeedOf(dialog, read, said, facts);
  if (deed !== undefined) return deed;
  const text = isStaff(speaker) ? goneInstead(said.text, facts.people) : said.text;
  const told = read.onBehalf === undefined || text !== said.text ? toldOf(said, facts) : undefined;
  if (told !== undefined) return hearReport(dialog, told, { ...said, text }, facts);
  if (speaker.kind !== "member") return hearMatter(dialog, read, said, facts);
  const card = toCard(read, said, facts);
  if (isStaff(speaker) && read.onBehalf !== undefined) return askWhose(dialog, card, read.onBehalf);
  if (read.onBehalf !== undefined) return refused(dialog, "staff-only", facts);
  if (mandateToday(facts) !== null) return presentNew(dialog, card, facts);
  if (isStaff(speaker)) return askWhose(dialog, card);
  return refused(dialog, speaker.mandates.length > 0 ? "no-active-mandate" : "deputies-only", facts);
}

// 代报 李明 was said, and now what he did; another name in it is another deputy's deed.
function hearDeedOf(
  { reporting, ...dialog }: Dialog,
  { onBehalf }: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined {
  if (reporting === undefined || onBehalf !== undefined || toldOf(said, facts) !== undefined)
    return undefined;
  return hearOnBehalf(dialog, `${reporting.name} ${said.text}`, said, facts);
}

// With a day or a number in it a resident's matter may sound like a record, which only deputies have.
function hearMatter(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn {
  const { text } = said;
  if (read.opinions.length > 0) return showCard(dialog, { ...read, reports: [], ask: [] }, said, facts);
  if (mainKind(text) !== undefined || !(complains(text) || isSorted(text)))
    return say(dialog, { kind: "help.refused", why: "not-bound" });
  const opinions = [toOpinion(text, facts.places)];
  return showCard(
    dialog,
    { ...read, intent: "opinion", reports: [], opinions, ask: isSorted(text) ? [] : ["category"] },
    said,
    facts,
  );
}

const refused = (
  dialog: Dialog,
  why: "staff-only" | "deputies-only" | "no-active-mandate",
  facts: Facts,
): Turn => say(dialog, { kind: "help.refused", why, audience: audienceOf(facts) });

/** 代报 with a name and a deed; what is missing of it is asked about. */
export function hearOnBehalf(dialog: Dialog, line: string, said: Said, facts: Facts): Turn {
  if (!isStaff(facts.speaker)) return refused(dialog, "staff-only", facts);
  const doers = hearDoers(dialog, { ...said, text: line }, facts);
  if (doers !== undefined) return doers;
  const rest = goneInstead(line, facts.people);
  const { name, deed } = splitName(rest, facts);
  const read = understand(withoutNumbers(deed), readingContext(facts, said.at));
  // What begins with a number tells of no deputy: nothing of it may depend on who else is named.
  if (read.reports.length + read.opinions.length === 0 || /^[活履意建]-?\d/u.test(rest))
    return name === undefined
      ? say(dialog, { kind: "report.whose-deed" })
      : say({ ...dialog, reporting: { name } }, { kind: "report.whose-deed", name });
  const { onBehalf: _, ...own } = read;
  return askWhose(dialog, toCard(own, { ...said, text: deed }, facts), name);
}

const NAMED = /^(?<name>[\u4e00-\u9fff\u00b7]{2,4}?)(?:代表)?(?:[\s,:]+(?<deed>.*))?$/su;

// A known name may run into what follows; any other is what stands alone in front.
function splitName(rest: string, { people }: Facts): { readonly name?: string; readonly deed: string } {
  const known = findNames(rest.slice(0, 8), people)[0];
  if (known !== undefined && rest.startsWith(known))
    return { name: known, deed: rest.slice(known.length).replace(/^代表|^[\s,:]+/gu, "") };
  const groups = NAMED.exec(rest)?.groups;
  const name = groups?.["name"];
  if (name === undefined || /^(?:今|昨|前|上|下|本|这|刚)/u.test(name)) return { deed: rest };
  return { name, deed: groups?.["deed"] ?? "" };
}

/** Has the house look for the deputy before there is a card to confirm. */
export function askWhose(dialog: Dialog, card: ReportCard, name?: string): Turn {
  const { onBehalf: _, ...nobodys } = card;
  const days = card.reports.map((one) => one.date);
  const request = {
    do: "report.whose",
    card: card.card,
    days,
    ...(name === undefined ? {} : { name }),
  } as const;
  return ask(focus(dialog, { ...nobodys, whose: card.whose ?? [] }), request);
}

/** Shows the card with the deputy that was found, or asks whose it is. */
export function resumeWhose(dialog: Dialog, outcome: WhoseOutcome, facts: Facts): Turn {
  const card = findPending(dialog, outcome.card);
  if (card?.at !== "report")
    return say(dialog, { kind: "help.stale", used: true, audience: audienceOf(facts) });
  const { whose: _, ...rest } = card;
  if (outcome.of === "report.whose-found") return present(dialog, { ...rest, onBehalf: outcome.name }, facts);
  return showWhose(dialog, { ...rest, whose: outcome.names }, outcome.wanted);
}

/** What was said as a report, whatever else it was taken for: what it lacks is asked about. */
export function asReport(dialog: Dialog, card: ReportCard, facts: Facts): Turn {
  const report = toReport(card, facts);
  if (mandateToday(facts) !== null) return present(dialog, report, facts);
  return isStaff(facts.speaker) ? askWhose(dialog, report) : refused(dialog, "deputies-only", facts);
}

/** A card as the report that it may be. */
export function toReport(card: ReportCard, { today }: Facts): ReportCard {
  const { letGo: _, ...open } = card;
  const questions = card.questions.filter((one) => one.field !== "intent");
  const blank = { kind: "home_visit", date: today, text: card.said } as const;
  return card.reports.length > 0
    ? { ...open, questions }
    : { ...open, reports: [blank], opinions: [], questions: KIND_AND_DAY };
}

const KIND_AND_DAY = [
  { item: 0, field: "kind" },
  { item: 0, field: "date" },
] as const;

const mandateToday = ({ speaker, today }: Facts) =>
  speaker.kind === "member" ? mandateOn(speaker.mandates, today) : null;

/** Asks whose record it is. */
export function showWhose(dialog: Dialog, card: ReportCard, wanted?: string): Turn {
  return say(focus(dialog, card), {
    kind: "report.whose",
    card: card.card,
    said: withoutPersonalData(card.said),
    names: toldAmong(card.whose ?? [], card.said),
    ...(wanted === undefined ? {} : { wanted }),
  });
}

// Who is named in the words is meant, one or the other.
function toldAmong(names: readonly string[], said: string): readonly string[] {
  const told = findNames(said, names);
  return told.length > 0 ? told : names;
}

// Whoever says more than a name has turned to something else.
const BARE_NAME = /^(?:是|替)?(?<name>[\u4e00-\u9fff\u00b7]{2,4}?)(?:代表)?(?:的|记的|做的)?[.\u3002!]?$/u;
const NO_NAME = /^[不没别算取谁为什怎请统未缺查看改发撤导]/u;

// 东风镇呢, 十月份, 走访: what a question of figures goes on with.
const NO_PERSON =
  /[呢吗啊么]$|[镇村区县站室组]$|街道$|社区$|月份?$|季度$|半年$|[今去前]年|排个?名|走访|接待|调研|视察|慰问|值班|培训|宣讲|调解|活动|意见|建议|出勤|缺席/u;

/** A name in answer to that question; undefined where the message is about something else. */
export function hearName(dialog: Dialog, card: ReportCard, said: Said): Turn | undefined {
  const line = said.text.normalize("NFKC").trim();
  const name = BARE_NAME.exec(line)?.groups?.["name"];
  return name === undefined || NO_NAME.test(name) || NO_PERSON.test(name) || isChatter(line)
    ? undefined
    : askWhose(dialog, card, name);
}
