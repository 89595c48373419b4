import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Tx } from "#db/client.ts";
import {
  expireOutgoing,
  extendSending,
  postponeUnasked,
  releaseUnheard,
  type SendingMessage,
} from "#db/queries/outbox.ts";
import { listPastCalls } from "#db/queries/outbox-pace.ts";
import type { SendResult } from "#db/queries/send-results.ts";
import type { Policy } from "#src/domain/policy.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { Clock } from "#src/kernel/clock.ts";
import { errorFacts } from "#src/kernel/log.ts";
import type { Channel } from "#src/message/channel.ts";
import { claimInPace, type Offer } from "./claim-in-pace.ts";
import { createHold, type Hold } from "./hold.ts";
import { createPacer, type Pacer } from "./pace.ts";
import { recordResults } from "./record-results.ts";
import { send, type SendParts } from "./send.ts";

/** What sending works with. */
export type Delivery = SendParts & {
  readonly db: Db;
  readonly clock: Clock;
  readonly zone: string;
  readonly policy: Policy;
  /** This process, as it is named in leases. */
  readonly holder: string;
  readonly channels: readonly Channel[];
};

/** Calls under way at once in one channel. A hanging network holds up itself and nobody else. */
const HANDS = 64;
/** Of these so many may carry files, which take up to minutes: words are never without a hand for long. */
const HANDS_FOR_FILES = 16;
const EXPIRY_MS = 1_000;
// With the time in which networks stop, less than a stop may take in all.
const GRACE_MS = 2_000;

type Call = {
  readonly id: number;
  readonly token: number;
  readonly hasFiles: boolean;
  readonly hold: Hold;
  readonly done: Promise<void>;
};
type Desk = {
  readonly channel: Channel;
  readonly pacer: Pacer;
  readonly calls: Map<number, Call>;
  knowsHour: boolean;
};

/**
 * Sends what is due. A round records what came of earlier calls, holds on to what is still under way, and marks the
 * next messages as being sent, in one committed transaction; then it begins their calls and does not wait for them. A
 * message of several parts is claimed for each, so that every call keeps to the pace. `wake` asks for another round.
 */
export class Courier {
  readonly #parts: Delivery;
  readonly #wake: () => void;
  readonly #desks: readonly Desk[];
  readonly #stop = new AbortController();
  /** What came of calls and is not recorded yet. It survives a failed round: what was sent is never forgotten. */
  #results: SendResult[] = [];
  #expiredAt = -Infinity;
  #alarm: NodeJS.Timeout | undefined;

  constructor(parts: Delivery, wake: () => void) {
    this.#parts = parts;
    this.#wake = wake;
    this.#desks = parts.channels.map((channel) => ({
      channel,
      pacer: createPacer(channel.pace, parts.random),
      calls: new Map(),
      knowsHour: false,
    }));
  }

  /** One round; how many calls it began if there may be more to begin, else 0. */
  async round(): Promise<number> {
    await this.#learnHour();
    const at = performance.now();
    const open = this.#desks.flatMap((desk) => toOffer(desk, at));
    const long = this.#underWay().filter(({ hold }) => hold.isDue(at));
    if (open.length + this.#results.length + long.length === 0) return 0;
    const results = this.#results.slice();
    const { held, claimed, most, againMs } = await this.#parts.db.transaction(async (tx) => {
      const now = this.#parts.clock();
      await recordResults(tx, results, this.#parts);
      const ours = await extendSending(
        tx,
        long.map(({ id, token }) => ({ id, token })),
      );
      await this.#expire(tx, now, at);
      await this.#keepQuiet(tx, now);
      return { held: ours, ...(await claimInPace(tx, { holder: this.#parts.holder, now, channels: open })) };
    });
    this.#results.splice(0, results.length);
    for (const { id, hold } of long)
      if (held.includes(id)) hold.extend(at);
      else hold.end();
    for (const one of claimed) this.#begin(one, at);
    this.#setAlarm(at, againMs);
    return claimed.length >= most ? claimed.length : 0;
  }

  /** After a failed round: gives back what that round may have claimed without hearing of it. */
  async recover(): Promise<void> {
    const known = [...this.#underWay(), ...this.#results].map(({ token }) => token);
    await this.#parts.db.transaction((tx) => releaseUnheard(tx, this.#parts.holder, known));
  }

  /** Waits a little for the calls under way, gives up the rest, and records all. They may repeat, marked. */
  async finish(): Promise<void> {
    clearTimeout(this.#alarm);
    await Promise.race([this.#callsDone(), sleep(GRACE_MS)]);
    this.#stop.abort();
    await Promise.race([this.#callsDone(), sleep(GRACE_MS / 10)]);
    const { db, log } = this.#parts;
    await db
      .transaction((tx) => recordResults(tx, this.#results, this.#parts))
      .catch((error: unknown) => log.warn("outbox.finish-failed", errorFacts(error)));
  }

  // Whoever begins to send, or does so again after another process, goes on with the hour as it stands in the table.
  async #learnHour(): Promise<void> {
    for (const desk of this.#desks) {
      const { channel, pacer } = desk;
      const isCounted = channel.pace?.perHour !== undefined && channel.canSend?.() !== false;
      if (isCounted && !desk.knowsHour) {
        const calls = await this.#parts.db.transaction((tx) => listPastCalls(tx, channel));
        const at = performance.now();
        pacer.recall(calls.map(({ agoMs, count }) => ({ at: at - agoMs, count })));
      }
      desk.knowsHour = isCounted;
    }
  }

  async #expire(tx: Tx, now: Date, at: number): Promise<void> {
    if (at - this.#expiredAt < EXPIRY_MS) return;
    this.#expiredAt = at;
    await expireOutgoing(tx, now);
  }

  async #keepQuiet(tx: Tx, now: Date): Promise<void> {
    const until = nextAllowedInstant(now, this.#parts.policy.reminders, this.#parts.zone);
    if (until > now) await postponeUnasked(tx, now, until);
  }

  #begin(one: SendingMessage, at: number): void {
    const desk = this.#desks.find(({ channel }) => channel.name === one.channel && channel.bot === one.bot);
    if (desk === undefined) throw new TypeError(`claimed for no channel of ours: ${one.channel}`);
    desk.pacer.begin(one.conversation, performance.now());
    const { id, token, hasFiles } = one;
    const hold = createHold(at);
    desk.calls.set(id, { id, token, hasFiles, hold, done: this.#call(desk, one, at, hold) });
  }

  async #call({ channel, calls, pacer }: Desk, one: SendingMessage, at: number, hold: Hold): Promise<void> {
    const ours = AbortSignal.any([this.#stop.signal, hold.signal]);
    const result = await send(this.#parts, channel, one, at, ours);
    hold.end();
    this.#results.push(result);
    const slowed = "retry" in result && result.patience === true;
    const made = !("untried" in result) && !("retry" in result && !result.unsure);
    pacer.end(one.conversation, performance.now(), { slowed, made });
    // A message that was taken from this call may be under way anew.
    if (calls.get(one.id)?.token === one.token) calls.delete(one.id);
    this.#wake();
  }

  #setAlarm(at: number, againMs: number | null): void {
    clearTimeout(this.#alarm);
    const again = againMs === null ? [] : [performance.now() + againMs];
    const next = [...again, ...this.#desks.flatMap(({ pacer }) => pacer.next(at) ?? [])];
    if (next.length > 0)
      this.#alarm = setTimeout(this.#wake, Math.max(1, Math.min(...next) - performance.now()));
  }

  async #callsDone(): Promise<void> {
    await Promise.all(this.#underWay().map(({ done }) => done));
  }

  #underWay(): Call[] {
    return this.#desks.flatMap((desk) => [...desk.calls.values()]);
  }
}

function toOffer({ channel, pacer, calls }: Desk, at: number): Offer[] {
  if (channel.canSend?.() === false) return [];
  const most = Math.min(HANDS - calls.size, pacer.allowance(at));
  const withFiles = [...calls.values()].filter(({ hasFiles }) => hasFiles).length;
  const mostFiles = Math.max(0, HANDS_FOR_FILES - withFiles);
  const { name, bot, pace } = channel;
  const offer = { channel: name, bot, most, mostFiles, resting: pacer.resting(at) };
  return most > 0 ? [{ ...offer, news: pacer.allowsNews(at), ...pace }] : [];
}
