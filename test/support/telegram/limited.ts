import type { OutboxRow } from "#db/queries/outbox.ts";
import type { Answer } from "./calls.ts";
import { openTelegramCity, type TelegramCity } from "./city.ts";

/** What arrives at the network, told by the network: each call that carries a text, refused or not. */
type Arrival = { readonly chat: number; readonly at: number };

/** The district where Telegram's limits are kept, on a clock that runs. */
export type LimitedCity = TelegramCity & {
  readonly arrivals: readonly Arrival[];
  /** What the network answers a chat. */
  refuse: (chat: number) => Answer | undefined;
  /** The most texts that arrived in any second. */
  readonly busiestSecond: () => number;
  /** The shortest time between two texts to one chat, in milliseconds. */
  readonly closest: () => number;
};

const START = Date.parse("2026-11-20T10:00:00+08:00");
const SECOND = 1_000;

export async function openLimitedCity(): Promise<LimitedCity> {
  const opened = await openTelegramCity(new Date(START).toISOString(), { limits: true });
  const arrivals: Arrival[] = [];
  const began = performance.now();
  // What is to be tried again waits on the district's clock.
  const clock = setInterval(() => {
    opened.city.now = new Date(START + performance.now() - began);
  }, 20);
  const city: LimitedCity = {
    ...opened,
    arrivals,
    refuse: () => undefined,
    busiestSecond: () =>
      Math.max(
        ...arrivals.map(({ at }) => arrivals.filter((one) => one.at >= at && one.at < at + SECOND).length),
      ),
    closest: () => {
      const chats = Map.groupBy(arrivals, ({ chat }) => chat).values();
      return Math.min(
        ...[...chats].flatMap((own) => own.slice(1).map((one, index) => one.at - (own[index]?.at ?? 0))),
      );
    },
    close: async () => {
      clearInterval(clock);
      await opened.close();
    },
  };
  opened.server.interfere = ({ method, payload }) => {
    if (method !== "sendMessage") return undefined;
    const chat = Number(payload["chat_id"]);
    arrivals.push({ chat, at: performance.now() });
    return city.refuse(chat);
  };
  return city;
}

/** A message that is due to a chat, its body sealed. */
export const dueRow = (chat: number, body: Buffer, dueAt: Date, hasFiles = false): OutboxRow => ({
  channel: "telegram",
  bot: "7000001",
  conversation: `telegram:7000001:${chat}`,
  key: `due-row-${chat}`,
  kind: "help.broken",
  body,
  hasFiles,
  dueAt,
  expiresAt: null,
  schedule: null,
  unasked: false,
  suppressed: null,
});
