import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Fault } from "#src/kernel/fault.ts";
import type { OutboundMessage } from "#src/message/outbound.ts";
import { type City, openCity } from "#test/support/city.ts";

// The one channel that runs here is the web chat.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
});
afterEach(() => city.close());

/** Another account of somebody, used later than all others unless `used` says otherwise. */
const alsoAt = (name: string, address: string, used = "2026-09-15T09:00:00+08:00") => {
  const [channel, bot] = address.split(":");
  return city.database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version, last_used_at)
    select ${channel ?? ""}, ${bot ?? ""}, ${address}, ${address}, id, '1', ${used}::timestamptz from people where name = ${name}`);
};
const publish = async (day: string): Promise<string> => {
  await city.person("刘敏").says(`发布活动 9月${day}日上午9点 羊昌镇代表小组 小组活动`);
  return (await city.person("刘敏").taps("对,发通知"))[0]?.text ?? "";
};
const invitations = (conversation: string): readonly OutboundMessage[] =>
  city.wire.sent.filter((one) => one.conversation === conversation && one.kind === "activity.invited");
const block = (conversation: string): void => {
  city.wire.onSend = (message) =>
    message.conversation === conversation
      ? Promise.reject(new Fault("channel.blocked", "blocked"))
      : Promise.resolve();
};

test("after Telegram was switched off, a deputy who used it last is written to in the web chat", async () => {
  await alsoAt("李明", "telegram:123:42");
  expect(await publish("28")).not.toContain("请打电话");
  expect(invitations("web:demo:liming")).toHaveLength(1);
});

test("a deputy who has Telegram only is named to the clerk, and nothing waits for ever", async () => {
  await city.database.db.execute(sql`update accounts set channel = 'telegram', bot = '123',
    conversation = 'telegram:123:42', sender = 'telegram:123:42' where sender = 'web:demo:liming'`);
  const receipt = await publish("28");
  for (const words of ["通知4人", "消息送不到，请打电话：李明"]) expect(receipt).toContain(words);
  const rows = await city.database.db.execute(sql`select reason from outbox where kind = 'activity.invited'
    and status = 'suppressed'`);
  expect([...rows]).toEqual([{ reason: "unreachable" }]);
});

test("whoever blocked the bot is reached where he or she did not", async () => {
  await alsoAt("李明", "web:demo:phone");
  block("web:demo:phone");
  await publish("28");
  expect(invitations("web:demo:liming")).toHaveLength(1);
  expect(await publish("29")).not.toContain("请打电话");
  expect(invitations("web:demo:liming")).toHaveLength(2);
});

test("whoever blocked the bot everywhere is telephoned, until heard from again", async () => {
  block("web:demo:liming");
  await publish("28");
  expect(await publish("29")).toContain("请打电话：李明");
  city.wire.onSend = () => Promise.resolve();
  await city.person("李明").says("帮助");
  expect(await publish("30")).not.toContain("请打电话");
  expect(invitations("web:demo:liming")).toHaveLength(1);
});

test("whom no channel reaches is named when an activity is changed, when answers are asked for and when it is called off", async () => {
  await city.database.db.execute(sql`delete from accounts where sender = 'web:demo:liming'`);
  const number = /活-\d{4}-\d{3}/u.exec(await publish("28"))?.[0] ?? "";
  const said = async (words: string, yes: string): Promise<string> => {
    await city.person("刘敏").says(words);
    return (await city.person("刘敏").taps(yes))[0]?.text ?? "";
  };
  const changed = await said(`改活动 ${number} 下午3点`, "对,改并通知");
  for (const words of ["通知4人，各发一次", "消息送不到，请打电话：李明"]) expect(changed).toContain(words);
  const nudged = await said(`催 ${number}`, "对,催一下");
  for (const words of ["催4位代表", "消息送不到，请打电话：李明"]) expect(nudged).toContain(words);
  const off = await said(`取消活动 ${number} 会场停电`, "对,取消这场");
  for (const words of ["通知4人，各发一次", "消息送不到，请打电话：李明"]) expect(off).toContain(words);
});
