import { createServer, type IncomingMessage } from "node:http";
import { marked } from "#bot/marked.ts";
import { patienceMs } from "#bot/patience.ts";
import { openDatabase } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { createLog } from "#src/compose/log.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createService } from "#src/compose/service.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { InboundBody } from "#src/message/inbound.ts";
import { createTelegram } from "./telegram-service.ts";
import { BOT, CHANNEL, type ChildSettings, type Delivered } from "./wire.ts";

// The real service with a webhook channel or with Telegram: what the bench starts, kills and freezes. Prints `ready PORT`.

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function createWebhook(accept: Accept): Channel {
  const server = createServer((request, response) => {
    read(request)
      .then((body) => accept(toMessage(body as Delivered)))
      .then(
        ({ duplicate }) => response.writeHead(200).end(JSON.stringify({ duplicate })),
        () => response.writeHead(503).end(),
      );
  });
  return {
    name: CHANNEL,
    bot: BOT,
    start: () =>
      new Promise((resolve) => {
        server.listen(settings.port, "127.0.0.1", resolve);
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
    send: async (message, { mayRepeat, signal }) => {
      const { conversation, key, kind, choices, number } = message;
      const text = marked(message.text, mayRepeat);
      const body = JSON.stringify({ conversation, key, kind, text, choices, number });
      const answer = await fetch(settings.network, {
        method: "POST",
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs(0))]),
      }).catch((cause: unknown) => {
        throw new Fault("channel.unreachable", "The network cannot be reached.", { cause });
      });
      return { externalId: await answer.text() };
    },
  };
}

function toMessage({ id, conversation, text, choice }: Delivered) {
  const body: InboundBody =
    choice === undefined ? { kind: "text", text: text ?? "", attachments: [] } : { kind: "choice", choice };
  return {
    channel: CHANNEL,
    bot: BOT,
    externalId: id,
    conversation,
    sender: conversation,
    sentAt: new Date(),
    body,
  };
}

const log = createLog(settings.logLevel);
const service = createService({
  database: openDatabase(settings.database),
  vault: createVault("a key for benches, long enough to be one"),
  clock: () => new Date(),
  zone: "Asia/Shanghai",
  log,
  random: Math.random,
  policy: readPolicy("policy/wudang.yaml"),
  monotonic: () => performance.now(),
  holder: settings.holder,
  channels: (accept) => [
    settings.telegram === undefined ? createWebhook(accept) : createTelegram(settings, accept, log),
  ],
});
await service.start();
process.once("SIGTERM", () => void service.stop().then(() => process.exit(0)));
process.stdout.write("ready\n");
