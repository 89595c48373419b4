import { setTimeout as sleep } from "node:timers/promises";
import { fastify, type FastifyInstance } from "fastify";
import { createTelegramChannel, type Hears, type TelegramChannel } from "#bot/telegram/channel.ts";
import type { FileStore } from "#src/message/file-store.ts";
import type { Leadership } from "#src/message/leadership.ts";
import type { Stage } from "../channel-contract.ts";
import { silentLog } from "../silent-log.ts";
import { refusal } from "../telegram/calls.ts";
import { telegramPerson } from "../telegram/person.ts";
import { startTelegram, type TelegramServer } from "../telegram/server.ts";
import { createListener } from "./listener.ts";

/** Leads at once and alone. */
export const aloneLeads: Leadership = (_name, lead) => {
  const ending = new AbortController();
  const led = lead(ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await led;
    },
  };
};

const LOOK_MS = 500;
const SECRET = "a-secret-of-more-than-thirty-two-characters";

/** The stage with what only Telegram has. */
export type TelegramStage = Stage & {
  readonly server: TelegramServer;
  readonly channel: TelegramChannel;
  readonly files: FileStore;
  /** Whether what was said is still being worked on. */
  isAwaited: boolean;
  /** What the log calls an error. */
  readonly alarms: readonly string[];
};

/** Telegram over our own Bot API server, heard by polling or by webhook. */
export async function openTelegramStage(by: Hears["by"]): Promise<TelegramStage> {
  const server = await startTelegram();
  const app = fastify();
  const house = createListener();
  const base = { token: server.token, root: server.root, accept: house.accept, files: house.files };
  const knows = (): Promise<boolean> => Promise.resolve(true);
  const alarms: string[] = [];
  const log = { ...silentLog, error: (event: string) => void alarms.push(event) };
  const isAwaited = (): Promise<boolean> => Promise.resolve(stage.isAwaited);
  const common = { ...base, knows, isAwaited, clock: () => new Date(), random: () => 0, log };
  const hears = await toHears(by, app);
  const channel = createTelegramChannel({ ...common, hears });
  if (hears.by === "webhook")
    server.state.webhook = { url: `${hears.publicUrl}/api/telegram/7000001`, secret: SECRET };
  channel.routes(app);
  await app.ready();
  await channel.start();
  const person = telegramPerson(server, 42);
  let last = person.saysInGroup("只在群里");
  const conversation = "telegram:7000001:42";
  const stage = Object.assign(house, {
    isAwaited: true,
    alarms,
    server,
    channel,
    conversation,
    keep: (file: { name: string; type: string; bytes: Buffer }) => house.keepFor(conversation, file),
    person: {
      says: (text: string) => void (last = person.says(text)),
      chooses: (label: string) => void (last = person.taps(label)),
      sends: (file: { name: string; bytes: Buffer }) => void (last = person.sendsDocument(file)),
      sendsSomethingElse: () => {
        last = person.sends({ dice: { emoji: "🎲", value: 6 } });
      },
      sees: () =>
        Promise.resolve(
          person
            .sees()
            .map((one) => ({ text: one.text, files: one.file === undefined ? [] : [one.file.name] })),
        ),
    },
    network: {
      redelivers: async () => {
        await sleep(50);
        if (by === "polling") server.queue.again(last);
        else server.redeliver(last);
      },
      echoes: () =>
        void person.sends({ text: "您好", from: { id: 7_000_001, is_bot: true, first_name: "履职助手" } }),
      saysInGroup: (text: string) => void person.saysInGroup(text),
      answers: (how: "well" | "refused" | "never") => {
        server.interfere = ({ method }) => {
          if (how === "well" || method !== "sendMessage") return undefined;
          return how === "refused" ? refusal(403, "Forbidden: bot was blocked by the user") : "hang";
        };
      },
    },
    close: async () => {
      await channel.stop();
      await app.close();
      await server.close();
    },
  });
  return stage;
}

async function toHears(by: Hears["by"], app: FastifyInstance): Promise<Hears> {
  if (by === "polling") return { by, leadership: aloneLeads };
  const publicUrl = await listenLater(app);
  return { by, publicUrl, secret: SECRET, lookMs: LOOK_MS };
}

// Routes are added after the address is known: the server forwards to whatever the app becomes.
async function listenLater(app: FastifyInstance): Promise<string> {
  const { createServer } = await import("node:http");
  const http = createServer((request, response) => app.routing(request, response));
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  app.addHook("onClose", (_instance, done) => {
    http.close(() => done());
    http.closeAllConnections();
  });
  const address = http.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}
