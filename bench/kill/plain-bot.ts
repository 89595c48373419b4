import { fastify } from "fastify";
import { Bot, type Context, InlineKeyboard, webhookCallback } from "grammy";
import { connect } from "#db/client.ts";
import type { ChildSettings } from "./wire.ts";

// A bot as one writes it after the library's first page, with a table of records and a memory: what the service is held
// against. Its buttons carry what they mean; a bare 1 means what it remembers. It has thirty lines of code.
const { database, network, port, telegram } = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;
const sql = connect(database, 4);
const bot = new Bot(telegram?.token ?? "", { client: { apiRoot: network } });
const pending = new Map<number, number>();
const file = async (context: Context, chat: number, households: number): Promise<void> => {
  const [row] = await sql`insert into plain_records ${sql({ chat, households })} returning id`;
  await context.reply(`记好了:履-2026-${row?.["id"]}`);
};

bot.on("message:text", async (context) => {
  const households = Number(/(\d+)户/u.exec(context.msg.text)?.[1] ?? 0);
  const asked = pending.get(context.chatId);
  if (households === 0) return asked === undefined ? undefined : file(context, context.chatId, asked);
  pending.set(context.chatId, households);
  const yes = new InlineKeyboard().text("对", String(households));
  return void (await context.reply(`${households}户,对吗?`, { reply_markup: yes }));
});
bot.on("callback_query:data", async (context) => {
  await context.answerCallbackQuery().catch(() => undefined);
  await file(context, context.from.id, Number(context.callbackQuery.data));
});
bot.catch(({ error }) => process.stderr.write(`plain bot: ${String(error)}\n`));
if (telegram?.hears === "webhook") {
  await fastify().post("/", webhookCallback(bot, "fastify")).listen({ port });
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`);
} else void bot.start();
process.stdout.write("ready\n");
