import { isDeepStrictEqual } from "node:util";
import { asKept } from "#src/domain/as-kept.ts";
import type { Facts } from "#src/domain/facts.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import { type CardView, itemsThatFit } from "#src/text/report-card.ts";
import type { Proposal } from "#src/understanding/proposal.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "../audience.ts";
import { withAskedWhen } from "../asked-when.ts";
import { toCard } from "../card.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { ask, focus, say, without } from "../turns.ts";
import { filesOf } from "./files.ts";

/** A message, as the topics get it. */
export type Said = {
  readonly text: string;
  readonly messageId: number;
  readonly at: Date;
  /** What came with it. */
  readonly files?: readonly AttachmentRef[];
  /** What a second reader holds it to be. */
  readonly proposal?: Proposal;
};

/** Shows what was understood, or asks the first thing that is not certain. */
export function showCard(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn {
  return presentNew(dialog, toCard(read, said, facts), facts);
}

/** The same of a card that was just made: who says the same again, because no yes was given yet, has one and not two. */
export const presentNew = (dialog: Dialog, card: ReportCard, facts: Facts): Turn =>
  present(dialog, card.files === undefined ? (findTwin(dialog, card) ?? card) : card, facts);

const findTwin = ({ pending }: Dialog, card: ReportCard): ReportCard | undefined =>
  pending.find(
    (one): one is ReportCard =>
      one.at === "report" && one.letGo !== true && one.onBehalf === card.onBehalf && isSame(one, card),
  );

/**
 * Shows a card, or asks its first open question; `before` is the card that somebody wanted to be different, or to
 * which the answer said nothing.
 */
export function present(dialog: Dialog, shown: ReportCard, facts: Facts, before?: ReportCard): Turn {
  const card = withAskedWhen(shown, facts);
  const next = focus(dialog, card);
  const question = card.questions[0];
  if (question === undefined)
    return say(next, {
      kind: "report.card",
      ...view(card, facts),
      ...changeOf(before, card),
    });
  return say(next, {
    kind: "report.question",
    ...view(card, facts),
    ...question,
    ...intentView(card, facts),
    ...(facts.speaker.kind === "member" ? {} : { outsider: true as const }),
    ...(before === card ? { again: true as const } : {}),
    ...(before !== undefined && before !== card && !isSame(before, card) ? { changed: true as const } : {}),
  });
}

// An answer that says what was understood already was no wish for a change.
const changeOf = (before: ReportCard | undefined, card: ReportCard): { readonly changed?: boolean } =>
  before === undefined || (before.questions.length > 0 && isSame(before, card))
    ? {}
    : { changed: !isSame(before, card) };

// What was kept has its fields in another order than what was just read, and none without a value.
const isSame = (one: ReportCard, other: ReportCard): boolean =>
  isDeepStrictEqual(kept([one.reports, one.opinions]), kept([other.reports, other.opinions]));

const kept = (told: unknown): unknown => JSON.parse(JSON.stringify(told));

/** What a card shows: as much as fits, as it will be kept, and how much more there is. */
export function view(card: ReportCard, facts: Facts): CardView {
  const { onBehalf, files = [] } = card;
  const { seen, rest } = inParts(card, facts);
  const left = rest.reports.length + rest.opinions.length;
  return {
    card: card.card,
    reports: seen.reports.map(asKept),
    opinions: seen.opinions.map(asKept),
    files: files.length,
    today: facts.today,
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(left === 0 ? {} : { left }),
    ...(card.unknown === undefined || card.unknown.length === 0 ? {} : { unknown: card.unknown }),
    ...(card.unheard === undefined ? {} : { unheard: withoutPersonalData(card.unheard) }),
    ...(card.heardOn === undefined ? {} : { heardOn: card.heardOn }),
    ...(card.danger === undefined ? {} : { call: card.danger }),
    ...(card.opinions.some((one) => one.urgent === true) ? { danger: true as const } : {}),
  };
}

// What it was is asked in its own words, and only what the speaker may do is offered.
function intentView({ questions, said }: ReportCard, facts: Facts) {
  if (questions[0]?.field !== "intent") return {};
  return { said: withoutPersonalData(said), mayReport: isActing(facts) || isStaff(facts.speaker) };
}

type Items = Pick<ReportCard, "reports" | "opinions">;

/** What is seen of a card and filed by a yes, and what comes after it. */
function inParts(
  { reports, opinions }: Items,
  { today }: Facts,
): { readonly seen: Items; readonly rest: Items } {
  const most = itemsThatFit({ reports: reports.map(asKept), opinions: opinions.map(asKept), today });
  const left = Math.max(0, most - reports.length);
  return {
    seen: { reports: reports.slice(0, most), opinions: opinions.slice(0, left) },
    rest: { reports: reports.slice(most), opinions: opinions.slice(left) },
  };
}

/** Has the house file what is seen. What did not fit becomes a card of its own, filed as what the yes to this one asked. */
export function confirm(dialog: Dialog, card: ReportCard, facts: Facts, yes: number): Turn {
  if (card.questions.length > 0) return present(dialog, card, facts);
  const { messageId, onBehalf } = card;
  const { seen, rest } = inParts(card, facts);
  const { reports, opinions } = seen;
  const others = { ...card, ...rest, card: `r${yes}`, messageId: yes, files: [] };
  const isAll = rest.reports.length + rest.opinions.length === 0;
  const next = isAll ? without(dialog, card.card) : focus(without(dialog, card.card), others);
  const files = filesOf(card);
  if (onBehalf === undefined && reports.length === 0 && !isActing(facts))
    return ask(next, { do: "opinion.leave", messageId, opinions, ...files });
  return ask(next, {
    do: "report.file",
    messageId,
    reports,
    opinions,
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(card.heardOn === undefined ? {} : { heardOn: card.heardOn.number }),
    ...files,
    yes,
  });
}

const isActing = ({ speaker, today }: Facts): boolean =>
  speaker.kind === "member" && mandateOn(speaker.mandates, today) !== null;
