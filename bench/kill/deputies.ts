import { setTimeout as sleep } from "node:timers/promises";
import type { Network } from "./network.ts";
import { BOT, CHANNEL, type Sent } from "./wire.ts";

/** What one deputy has sent so far: reports of 2, 3, 4 … households, each confirmed by a tap or by a bare 1. */
export type Deputy = {
  readonly conversation: string;
  /** Reports begun and reports confirmed; at the end both are the same. */
  reported: number;
  confirmed: number;
  /** The newest card's own "yes", once the card has come. */
  yes: { readonly households: number; readonly choice: string } | null;
  busy: boolean;
  /** On the bench's clock. */
  reportedAt: number;
};

export const FIRST_HOUSEHOLDS = 2;
export const householdsOf = (report: number): number => FIRST_HOUSEHOLDS + report - 1;

const FIRST_ID = 1_001;
const DAY_MS = 86_400_000;

/** The words of a deputy's report: each about a day of its own, since two of one day would be asked about. */
export function reportText(report: number): string {
  const day = new Date(Date.now() + 8 * 3_600_000 - report * DAY_MS);
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日走访黄连村${householdsOf(report)}户`;
}

/** So many deputies, each in a conversation of the network `CHANNEL:BOT`. */
export const makeDeputies = (count: number, network = `${CHANNEL}:${BOT}`): Deputy[] =>
  Array.from({ length: count }, (_, index) => ({
    conversation: `${network}:${FIRST_ID + index}`,
    reported: 0,
    confirmed: 0,
    yes: null,
    busy: false,
    reportedAt: 0,
  }));

export type Load = {
  readonly perSecond: number;
  readonly enough: (messages: number) => boolean;
  /** After so long without a card a deputy says a bare 1 all the same. */
  readonly patienceMs?: number;
};

/**
 * Lets deputies speak, so many messages a second in all, each deputy one at a time and in order, until it is enough
 * and every report is confirmed. Returns how many messages there were.
 */
export async function speak(network: Network, deputies: readonly Deputy[], load: Load): Promise<number> {
  const byConversation = new Map(deputies.map((one) => [one.conversation, one]));
  network.onSent = (sent) => noteCard(byConversation.get(sent.conversation), sent);
  const began = performance.now();
  const under: Promise<void>[] = [];
  let messages = 0;
  let turn = 0;
  for (;;) {
    const ending = load.enough(messages);
    const owed = Math.floor(((performance.now() - began) / 1000) * load.perSecond) - messages;
    for (let n = 0; n < owed; n += 1) {
      const ready = nextReady(deputies, turn, ending, load);
      if (ready === null) break;
      turn = ready.index + 1;
      messages += 1;
      under.push(say(network, ready.deputy));
    }
    if (ending && deputies.every((one) => !one.busy && one.confirmed === one.reported)) break;
    await sleep(4);
  }
  await Promise.all(under);
  return messages;
}

function noteCard(deputy: Deputy | undefined, sent: Sent): void {
  const choice = sent.choices.find((one) => one.label.startsWith("对"));
  const households = Number(/(\d+)户/u.exec(sent.text)?.[1]);
  if (deputy !== undefined && choice !== undefined && households === householdsOf(deputy.reported))
    deputy.yes = { households, choice: choice.id };
}

// Odd reports are confirmed by a tap on the card, which must have come; even ones by a bare 1 straight after.
const needsCard = (one: Deputy): boolean => one.reported % 2 === 1;

function isReady(one: Deputy, ending: boolean, { patienceMs = Infinity }: Load): boolean {
  if (one.busy) return false;
  if (one.confirmed === one.reported) return !ending;
  if (!needsCard(one) || one.yes?.households === householdsOf(one.reported)) return true;
  return performance.now() - one.reportedAt > patienceMs;
}

function nextReady(deputies: readonly Deputy[], from: number, ending: boolean, load: Load) {
  for (let step = 0; step < deputies.length; step += 1) {
    const index = (from + step) % deputies.length;
    const deputy = deputies[index];
    if (deputy !== undefined && isReady(deputy, ending, load)) return { index, deputy };
  }
  return null;
}

async function say(network: Network, deputy: Deputy): Promise<void> {
  const { conversation } = deputy;
  deputy.busy = true;
  if (deputy.confirmed === deputy.reported) {
    deputy.reported += 1;
    deputy.reportedAt = performance.now();
    const text = reportText(deputy.reported);
    await network.deliver({ id: `${conversation}/r${deputy.reported}`, conversation, text });
  } else {
    const id = `${conversation}/c${deputy.reported}`;
    const hasCard = deputy.yes?.households === householdsOf(deputy.reported);
    const choice = needsCard(deputy) && hasCard ? deputy.yes?.choice : undefined;
    await network.deliver({ id, conversation, ...(choice === undefined ? { text: "1" } : { choice }) });
    deputy.confirmed += 1;
  }
  deputy.busy = false;
}
