import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "#bench/kill/ports.ts";
import { createTelegramChannel } from "#bot/telegram/channel.ts";
import { createIsAwaited } from "#src/compose/awaited.ts";
import { createKnows } from "#src/compose/overseas.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { aloneLeads } from "#test/support/stages/telegram-stage.ts";

// A Bot API that somebody else wrote, telegram-test-api. It knows words, buttons and polling; it keeps no offset, no
// files and no limits, for which there is one of our own.
const TOKEN = "7000009:a-token-of-the-emulator";
const LI_MING = 42;

let server: TelegramServer;
let city: City;
beforeEach(async () => {
  server = new TelegramServer({ port: await freePort(), host: "127.0.0.1" });
  await server.start();
  city = await openCity("2026-09-16T09:00:00+08:00", undefined, (accept, { db, files }) => [
    createTelegramChannel({
      token: TOKEN,
      root: server.config.apiURL,
      hears: { by: "polling", leadership: aloneLeads },
      accept,
      knows: createKnows(db),
      isAwaited: createIsAwaited(db),
      files,
      clock: () => city.now,
      random: () => 0,
      log: silentLog,
    }),
  ]);
  await city.database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select 'telegram', '7000009', a, a, people.id, ${NOTICE_VERSION}
    from people, (values (${`telegram:7000009:${LI_MING}`})) address(a) where people.name = '李明'`);
});
afterEach(async () => {
  await city.close();
  await server.stop();
});

type Sent = { readonly text: string; readonly buttons: readonly Button[] };
type Button = { readonly text: string; readonly callback_data: string };

/** What the emulator was given for the deputy's chat, in order. */
const sent = (): Sent[] =>
  server.storage.botMessages.map(({ message }) => {
    const { chat_id: chat, text, reply_markup: markup } = message;
    expect(Number(chat)).toBe(LI_MING);
    const rows: Button[][] =
      markup !== undefined && "inline_keyboard" in markup ? markup.inline_keyboard : [];
    return { text, buttons: rows.flat() };
  });

const answer = (number: number): Promise<Sent> => seen(() => sent()[number - 1]);

test("a deputy reports, taps and has the receipt over a Bot API that is not ours", async () => {
  const deputy = server.getClient(TOKEN, { userId: LI_MING, chatId: LI_MING });
  const says = (text: string) =>
    deputy.sendMessage(deputy.makeMessage(text, { date: city.now.getTime() / 1000 }));
  await says("昨天走访黄连村12户");
  const card = await answer(1);
  expect(card.text).toContain("黄连村");
  const yes = card.buttons.find(({ text }) => text.startsWith("对"));
  await deputy.sendCallback(deputy.makeCallbackQuery(yes?.callback_data ?? ""));
  expect((await answer(2)).text).toMatch(/履-2026-\d{5}/u);

  await says("我的履职");
  expect((await answer(3)).text).toContain("走访");
});

test("a server that lets nobody wait for news is not asked without end", async () => {
  let asked = 0;
  const getUpdates = server.getUpdates.bind(server);
  server.getUpdates = (token) => {
    asked += 1;
    return getUpdates(token);
  };
  await sleep(1_500);
  expect(asked).toBeGreaterThan(1);
  expect(asked).toBeLessThan(15);
});
