import { createServer } from "node:http";
import { Bot, InlineKeyboard, webhookCallback } from "grammy";
import { connect } from "#db/client.ts";
import type { ChildSettings } from "./wire.ts";

// A bot as one writes it after the library's first page, with a table of records and a memory: what the service is held
// against. Its buttons carry what they mean; a bare 1 means what it remembers.

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;
const sql = connect(settings.database, 4);
const bot = new Bot(settings.telegram?.token ?? "", { client: { apiRoot: settings.network } });
const pending = new Map<number, number>();

async function file(chat: number, households: number | undefined, reply: (text: string) => Promise<unknown>) {
  if (households === undefined) return;
  const [row] = await sql<{ number: string }[]>`
    insert into plain_records (chat, households) values (${chat}, ${households}) returning '履-2026-' || id as number`;
  await reply(`记好了:${row?.number}`);
}

bot.on("message:text", async (context) => {
  const chat = context.chat.id;
  const households = /(\d+)户/u.exec(context.message.text)?.[1];
  if (households === undefined) return file(chat, pending.get(chat), (text) => context.reply(text));
  pending.set(chat, Number(households));
  const reply_markup = new InlineKeyboard().text("对", households);
  return void (await context.reply(`${households}户,对吗?`, { reply_markup }));
});
bot.on("callback_query:data", async (context) => {
  await context.answerCallbackQuery().catch(() => undefined);
  await file(context.from.id, Number(context.callbackQuery.data), (text) => context.reply(text));
});
bot.catch(({ error }) => process.stderr.write(`plain bot: ${String(error)}\n`));

if (settings.telegram?.hears === "webhook") {
  const take = webhookCallback(bot, "http");
  createServer((request, response) => {
    take(request, response).catch(() => response.writeHead(500).end());
  }).listen(settings.port, "127.0.0.1");
  await bot.api.setWebhook(`http://127.0.0.1:${settings.port}/`);
} else void bot.start({ drop_pending_updates: false });
process.once("SIGTERM", () => process.exit(0));
process.stdout.write("ready\n");
