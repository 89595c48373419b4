import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { State } from "./calls.ts";

const chains = new WeakMap<State, Map<number, Promise<void>>>();
const AGAIN_MS = 50;
const TIMEOUT_MS = 3_000;

/** Delivers an update to the webhook until it is told "received", one at a time for each person. */
export function deliver(state: State, update: Update): void {
  const people = chains.get(state) ?? new Map<number, Promise<void>>();
  chains.set(state, people);
  const person = personOf(update);
  people.set(
    person,
    (people.get(person) ?? Promise.resolve()).then(() => insist(state, update)),
  );
}

async function insist(state: State, update: Update): Promise<void> {
  while (state.webhook !== null) {
    const { url, secret } = state.webhook;
    state.queue.handOut(update);
    const status = await post(url, secret, update);
    if (status === 200) {
      state.queue.forget(update);
      return;
    }
    await sleep(AGAIN_MS);
  }
}

async function post(url: string, secret: string, update: Update): Promise<number> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify(update),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  await response?.arrayBuffer().catch(() => undefined);
  return response?.status ?? 0;
}

const personOf = (update: Update): number =>
  update.message?.from?.id ?? update.edited_message?.from?.id ?? update.callback_query?.from.id ?? 0;
