import type { Facts } from "#src/domain/facts.ts";
import type { SittingPlan } from "#src/domain/requests/session.ts";
import { findTime } from "#src/understanding/dates/find-dates.ts";
import type { Dialog, Turn } from "../dialog.ts";
import type { SessionCard } from "../plan/plan-card.ts";
import { readWhen } from "../plan/plan-when.ts";
import { readSession, type SittingDraft } from "../plan/read-session.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isNo } from "../words.ts";
import type { Said } from "./report.ts";

/** A congress session as staff tell it: hours that are missing are asked for, then it is shown before it is published. */
export function announceSession(dialog: Dialog, words: string, { messageId }: Said, facts: Facts): Turn {
  const draft = readSession(words, facts);
  if (draft === "unclear") return say(dialog, { kind: "session.unclear" });
  const turn = present(dialog, { at: "session", card: `c${messageId}`, messageId, draft });
  const { besides } = draft;
  return besides.length === 0
    ? turn
    : { ...turn, replies: [{ kind: "session.left-out", words: besides }, ...turn.replies] };
}

function present(dialog: Dialog, card: SessionCard): Turn {
  const { messageId, draft } = card;
  const { besides: _, ...named } = draft;
  const sittings = draft.sittings.flatMap((one) => toPlan(one) ?? []);
  return sittings.length < draft.sittings.length
    ? showSession(dialog, card)
    : ask(without(dialog, card.card), {
        do: "session.preview",
        messageId,
        plan: { ...named, sittings },
      });
}

const toPlan = ({ part: _part, time, ...rest }: SittingDraft): SittingPlan | undefined =>
  time === undefined ? undefined : { ...rest, time };

/** Asks for the hours that a session still lacks. */
export const showSession = (dialog: Dialog, card: SessionCard): Turn =>
  say(focus(dialog, card), {
    kind: "session.hours",
    card: card.card,
    title: card.draft.title,
    sittings: card.draft.sittings.filter((one) => one.time === undefined),
  });

/** What a message means while hours are asked for; undefined where it is about something else. */
export function hearOnSession(dialog: Dialog, card: SessionCard, said: Said): Turn | undefined {
  if (isNo(said.text)) return dropSession(dialog, card);
  const sittings = said.text
    .normalize("NFKC")
    .split(/[,;\n\u3001\u3002]/u)
    .reduce(withHour, card.draft.sittings);
  return sittings.every((one, index) => one === card.draft.sittings[index])
    ? undefined
    : present(dialog, { ...card, draft: { ...card.draft, sittings } });
}

const MORNING = /上午|早/u;
const NOON = "12:00";

// 上午9点 is the hour of every sitting of a morning that has none; 14日上午8点半 of that day's alone.
function withHour(sittings: readonly SittingDraft[], clause: string): readonly SittingDraft[] {
  const time = findTime(clause);
  const [first] = sittings;
  if (time === undefined || first === undefined) return sittings;
  const { on } = readWhen(clause, first.on);
  const isMeant = (one: SittingDraft): boolean =>
    one.time === undefined &&
    (on === undefined || one.on === on) &&
    (one.part === undefined || MORNING.test(one.part) === time < NOON);
  return sittings.map((one) => (isMeant(one) ? { ...one, time } : one));
}

/** Forgets a session that was not published. */
export const dropSession = (dialog: Dialog, { card }: SessionCard): Turn =>
  say(without(dialog, card), { kind: "activity.dropped" });
