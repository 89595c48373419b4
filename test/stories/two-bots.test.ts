import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually } from "#test/support/eventually.ts";
import { openTelegramCity, type TelegramCity } from "#test/support/telegram/city.ts";
import type { TelegramPerson } from "#test/support/telegram/person.ts";
import { startTelegram, type TelegramServer } from "#test/support/telegram/server.ts";

// The district and the township have a bot each. 李明 is in both chats; Telegram counts each bot's updates by itself.
let opened: TelegramCity;
let township: TelegramServer;
let atDistrict: TelegramPerson;
let atTownship: TelegramPerson;
beforeAll(async () => {
  township = await startTelegram({ token: "7000002:a-token-that-only-the-second-fake-knows" });
  opened = await openTelegramCity("2026-11-20T10:00:00+08:00", { others: [township] });
  atDistrict = await opened.bound(42, "李明");
  atTownship = await opened.bound(42, "李明", township);
});
afterAll(async () => {
  await opened.close();
  await township.close();
});
// Which of two was used last is told apart by the clock, to the minute.
beforeEach(() => {
  opened.city.now = new Date(opened.city.now.getTime() + 5 * 60_000);
});

const texts = (person: TelegramPerson): string =>
  person
    .sees()
    .map((one) => one.text)
    .join("\n");

test("two messages that the two bots gave the same number are two messages, both answered", async () => {
  const [first, second] = [atDistrict, atTownship].map((person) => person.says("帮助"));
  expect(first?.update_id).toBe(second?.update_id);
  await eventually(async () => {
    const rows = await opened.city.database.db.execute<{ bot: string; status: string }>(sql`
      select bot, status from inbox where channel = 'telegram' and external_id = ${String(first?.update_id)}
      order by bot`);
    expect(rows).toEqual([
      { bot: "7000001", status: "done" },
      { bot: "7000002", status: "done" },
    ]);
    for (const person of [atDistrict, atTownship]) expect(texts(person)).toContain("一句话就能办事");
  });
});

test("the same person in both bots is one: what is filed in one stands in the other, each answering its own", async () => {
  const before = atTownship.sees().length;
  await opened.answerTo(atDistrict, () => atDistrict.says("11月18日走访黄连村12户"));
  const receipt = await opened.answerTo(atDistrict, () => atDistrict.says("对"));
  const number = /履-\d+-\d+/u.exec(receipt)?.[0] ?? "no number";
  expect(atTownship.sees().length).toBe(before);
  expect(await opened.answerTo(atTownship, () => atTownship.says(`撤销 ${number}`))).toContain(number);
});

test("news goes to the bot that was used last, and to the other one when that is blocked", async () => {
  await opened.answerTo(atTownship, () => atTownship.says("帮助"));
  const clerk = opened.city.person("刘敏");
  await clerk.says("发布活动 11月26日上午9点 羊昌镇代表小组 小组活动");
  await clerk.says("对");
  await eventually(() => expect(texts(atTownship)).toContain("11月26日"));
  expect(texts(atDistrict)).not.toContain("11月26日");

  township.state.blocked.add(42);
  await clerk.says("发布活动 11月27日上午9点 羊昌镇代表小组 小组活动");
  await clerk.says("对");
  await eventually(() => expect(texts(atDistrict)).toContain("11月27日"));
});
