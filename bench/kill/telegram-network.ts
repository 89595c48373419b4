import { splitAddress } from "#src/message/address.ts";
import type { SeenMessage } from "#test/support/telegram/calls.ts";
import { type TelegramPerson, telegramPerson } from "#test/support/telegram/person.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";
import type { Network } from "./network.ts";
import type { Sent } from "./wire.ts";

/** The bot of the Bot API that benches and tests bring. */
export const TELEGRAM = "telegram:7000001";
/** As long as a send's answer is on its way. */
const LAG_MS = 5;

/** Telegram as the bench's network: it keeps updates until they are confirmed, and logs what it is sent. */
export async function openTelegramNetwork(
  hears: "polling" | "webhook",
): Promise<Network & { readonly server: TelegramServer }> {
  const server = await startTelegram();
  server.lagMs = LAG_MS;
  const people = new Map<string, TelegramPerson>();
  const personOf = (conversation: string): TelegramPerson => {
    const known = people.get(conversation);
    if (known !== undefined) return known;
    const person = telegramPerson(server, Number(splitAddress(conversation).rest));
    people.set(conversation, person);
    return person;
  };
  const log: Sent[] = [];
  const network: Network & { readonly server: TelegramServer } = {
    server,
    url: server.root,
    telegram: { token: server.token, hears },
    log,
    services: [],
    onSent: () => undefined,
    // A person's telephone hands over to Telegram, and that is all it knows.
    deliver: ({ conversation, text, choice }) => {
      if (choice === undefined) personOf(conversation).says(text ?? "");
      else personOf(conversation).tapsData(choice);
      return Promise.resolve();
    },
    deliveries: () => {
      const tries = [...server.queue.handedOut.values()].reduce((sum, times) => sum + times, 0);
      return { tries, repeated: tries - server.queue.handedOut.size };
    },
    waiting: () => server.queue.waiting.length,
    close: server.close,
  };
  server.state.onMessage = (message) => {
    const sent = toSent(message);
    log.push(sent);
    network.onSent(sent);
  };
  return network;
}

// What makes a message one is not on the wire: a card is of so many households, a receipt has the record's number.
function toSent({ chat, text, buttons, at }: SeenMessage): Sent {
  const number = /履-\d+-\d+/u.exec(text)?.[0];
  const isCard = buttons.some(({ label }) => label.startsWith("对"));
  const about = isCard ? /(\d+)户/u.exec(text)?.[1] : number;
  const kind = isCard ? "report.card" : "report.filed";
  return {
    key: `${chat} ${kind} ${about ?? text}`,
    conversation: `${TELEGRAM}:${chat}`,
    kind,
    text,
    ...(number === undefined ? {} : { number }),
    choices: buttons.map(({ label, data }) => ({ id: data, label })),
    at,
  };
}
