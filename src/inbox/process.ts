import { isTown } from "#src/domain/is-town.ts";
import type { Speaker } from "#src/domain/person.ts";
import { isCutOff, isTransient, LONGEST_IDLE_MS, type Tx } from "#db/client.ts";
import { touchAccounts } from "#db/queries/accounts.ts";
import { markCardsUsed } from "#db/queries/choices.ts";
import { insertShownNotices } from "#db/queries/consents.ts";
import { saveDialogs } from "#db/queries/dialogs.ts";
import { type ClaimedMessage, claimMessages, claimSuspect, markDone } from "#db/queries/inbox.ts";
import { deleteReadings } from "#db/queries/second-readings.ts";
import type { Turn } from "#src/dialog/dialog.ts";
import { step } from "#src/dialog/step.ts";
import { morningAfter } from "#src/domain/reminder-policy.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import type { World } from "#src/domain/rules.ts";
import { errorFacts } from "#src/kernel/log.ts";
import { together } from "#src/kernel/together.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import type { Outgoing } from "#src/outbox/outgoing.ts";
import { tell } from "#src/outbox/tell.ts";
import { bury } from "./bury.ts";
import { type Conversed, converseAll } from "./converse.ts";
import { underLease } from "./lease.ts";
import { type Loaded, loadMessages } from "./load.ts";
import { findAnswered } from "./pressed.ts";
import { readTwice } from "./second-reading.ts";
import { type InboxParts, worldOf } from "./situation.ts";

const BATCH = 96;
const SUSPECTS = 8;
/** So often a suspect gets its chance alone before it is held to be what kills the process. */
const MOST_CLAIMS = 12;

/**
 * Handles the oldest message of each of up to a batch of conversations. They share one effect transaction; if it
 * fails, each is tried alone, so that one bad message costs nobody else anything. Then a few suspects are handled alone.
 * Returns how many it took on. Throws only when the database is away: whatever was claimed is taken up again later.
 */
export async function processMessages(parts: InboxParts): Promise<number> {
  // Read before the claim: when this fails, it is no message's fault and counts against none.
  await parts.register.current();
  const calm = await parts.db.transaction((tx) => claimMessages(tx, parts.holder, BATCH));
  if (calm.length > 0) await underLease(parts, calm, () => effectTogether(parts, calm));
  return calm.length + (await takeSuspects(parts));
}

// Each is claimed just before it is handled, so that only one is ever put at risk.
async function takeSuspects(parts: InboxParts): Promise<number> {
  for (let handled = 0; handled < SUSPECTS; handled += 1) {
    const [suspect] = await parts.db.transaction((tx) => claimSuspect(tx, parts.holder));
    if (suspect === undefined) return handled;
    await underLease(parts, [suspect], () => effectAlone(parts, suspect));
  }
  return SUSPECTS;
}

async function effectTogether(parts: InboxParts, messages: readonly ClaimedMessage[]): Promise<void> {
  const begun = performance.now();
  try {
    await effect(parts, messages);
  } catch (error) {
    if (isDatabaseAway(error, begun)) throw error;
    parts.log.warn("inbox.batch-failed", { messages: messages.length, ...errorFacts(error) });
    for (const message of messages) await effectAlone(parts, message);
  }
}

async function effectAlone(parts: InboxParts, message: ClaimedMessage): Promise<void> {
  const begun = performance.now();
  try {
    if (message.claims > MOST_CLAIMS) throw new TypeError("claimed again and again, never finished");
    await effect(parts, [message]);
  } catch (error) {
    if (isDatabaseAway(error, begun)) throw error;
    await bury(parts, message, error);
  }
}

/**
 * A message that thinks for too long inside a transaction loses the connection too, since the server ends what stands
 * idle. That is the message's own fault: taken for the database's, it would be tried for ever and hold up all others.
 */
const isDatabaseAway = (error: unknown, begun: number): boolean =>
  isTransient(error) && !(isCutOff(error) && performance.now() - begun >= LONGEST_IDLE_MS);

type Thought = Loaded & { readonly turn: Turn };

// Read in a short transaction, think with none open, then let everything take effect in one.
async function effect(parts: InboxParts, messages: readonly ClaimedMessage[]): Promise<void> {
  const known = await parts.register.current();
  const world = worldOf(parts, known.calendar, parts.clock());
  const loaded = await parts.db.transaction((tx) => loadMessages(tx, parts.vault, messages, known, world));
  const ready = await readTwice(parts, loaded);
  const thoughts = ready.map((one) => ({ ...one, turn: step(one.dialog, one.input, one.facts) }));
  await parts.db.transaction((tx) => takeEffect(tx, parts, thoughts, world));
}

/** What became of a message: `after` is where its conversation stands now. */
type Effect = Thought & Conversed;

async function takeEffect(
  tx: Tx,
  parts: InboxParts,
  thoughts: readonly Thought[],
  world: World,
): Promise<void> {
  const { now } = world;
  const messages = thoughts.map((one) => one.message);
  const ours = await markDone(tx, messages, now);
  const heard = thoughts.filter((one) => ours.has(one.message.id));
  if (heard.length === 0) return;
  const effects = await converseAll(tx, parts, heard);
  const shown = effects.filter(showsNotice).map((one) => one.message.sender);
  await insertShownNotices(tx, shown, NOTICE_VERSION, now);
  await together<unknown>([
    // Also where nobody is asked now: the message may have been asked about before the last start.
    deleteReadings(tx, [...ours]),
    saveDialogs(
      tx,
      effects.filter(hasMoved).map((one) => toState(parts, one)),
      now,
    ),
    markCardsUsed(tx, effects.flatMap(toUsedCard), now),
    touchAccounts(
      tx,
      effects.map((one) => one.message.sender),
      { version: NOTICE_VERSION, to: shown },
      now,
    ),
  ]);
  const replies = effects.flatMap((one) => toOutgoing(one, now));
  await enqueue(tx, parts.vault, replies, world);
  await tell(
    tx,
    parts.vault,
    effects.flatMap((one) => one.news),
    world,
  );
}

const hasMoved = (one: Effect): boolean => one.after !== one.dialog;

const toState = (parts: InboxParts, { message, after }: Effect) => ({
  conversation: message.conversation,
  state: parts.vault.seal(JSON.stringify(after)),
});

function toUsedCard({ message, card: tapped, turn, facts, replies }: Effect) {
  // What is asked once more was not answered.
  const isAskedAgain = replies.some((one) => one.kind === "report.companion");
  const card = tapped ?? (isAskedAgain ? undefined : findAnswered(turn.request, facts));
  return card === undefined ? [] : [{ conversation: message.conversation, card }];
}

// A guest becomes known by an opinion, and is told together with its receipt what is kept about him.
const owesNotice = ({ facts: { firstContact, speaker }, replies }: Effect): boolean =>
  firstContact &&
  (speaker.kind !== "guest" || replies.some((reply) => reply.kind === "case.opinion-left")) &&
  replies.every((reply) => reply.kind !== "help.privacy");
const showsNotice = (one: Effect): boolean =>
  owesNotice(one) || one.replies.some((reply) => reply.kind === "help.privacy");

// Who looks after several, or after the district, has no township of his own.
function homeOf(speaker: Speaker): string | undefined {
  if (speaker.kind !== "member") return undefined;
  const towns = new Set(speaker.roles.map(({ orgName }) => orgName).filter(isTown));
  const [town, ...others] = towns;
  return others.length > 0 || speaker.roles.some(({ role }) => role === "office") ? undefined : town;
}

function toOutgoing(one: Effect, now: Date): Outgoing[] {
  const { message, replies, facts } = one;
  const notice = owesNotice(one) ? [{ kind: "help.privacy" } as const] : [];
  const said = facts.speaker.kind === "guest" ? [...replies, ...notice] : [...notice, ...replies];
  const home = homeOf(facts.speaker);
  return said.map((reply, index) => ({
    conversation: message.conversation,
    ...(home === undefined ? {} : { home }),
    key: `in:${message.id}:${index}`,
    reply,
    dueAt: now,
    morning: morningAfter(now, facts.policy.reminders, facts.zone),
  }));
}
