import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { FileBox } from "file-box";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PNG } from "#test/support/channel-contract.ts";
import { seen } from "#test/support/seen.ts";
import { openWechatCity, type WechatCity, type WechatContact } from "#test/support/wechat-city.ts";

let opened: WechatCity;
let contact: WechatContact;
let send: WechatCity["puppet"]["messageSendText"];
beforeEach(async () => {
  opened = await openWechatCity("2026-09-16T09:00:00+08:00");
  contact = await opened.bound("李明");
  send = opened.puppet.messageSendText.bind(opened.puppet);
});
afterEach(() => opened.close());

const says = (text: string): void =>
  contact.say(text).to(opened.mocker.ContactMock.load(opened.puppet.currentUserId));

const stored = (): Promise<true> =>
  seen(async () => {
    const rows = await opened.city.database.db.execute(sql`select 1 from inbox where channel = 'wechat'`);
    return rows.length > 0 ? true : undefined;
  });

const repeats = async (): Promise<number> =>
  (await opened.city.database.db.execute(sql`select 1 from outbox where possible_repeat or status <> 'sent'`))
    .length;

test("whoever was heard before a calm stop is answered before the account is logged out", async () => {
  says("帮助");
  await stored();
  await opened.city.service.stop();
  expect(opened.arrived.map(({ to }) => to)).toEqual([contact.id]);
  expect(opened.isLoggedIn()).toBe(false);
  expect(await repeats()).toBe(0);
});

test("an answer that is under way when the stop comes arrives whole, and is no possible repeat", async () => {
  let began = false;
  opened.puppet.messageSendText = async (to, text) => {
    began = true;
    await sleep(800);
    await send(to, text);
  };
  says("帮助");
  await seen(() => (began ? true : undefined));
  await opened.city.service.stop();
  expect(opened.arrived.map(({ to }) => to)).toEqual([contact.id]);
  expect(await repeats()).toBe(0);
});

test("what is said while the service stops is stored for the next start: WeChat would not deliver it again", async () => {
  opened.puppet.messageSendText = async (to, text) => {
    says("我的履职");
    await sleep(300);
    await send(to, text);
  };
  says("帮助");
  await stored();
  await opened.city.service.stop();
  const rows = await opened.city.database.db.execute(sql`select 1 from inbox where channel = 'wechat'`);
  expect(rows.length).toBeGreaterThanOrEqual(2);
});

const heard = async (): Promise<readonly unknown[]> =>
  opened.city.database.db.execute(sql`select 1 from inbox where channel = 'wechat'`);
const sendsPhoto = (): void =>
  contact
    .say(FileBox.fromBase64(PNG.toString("base64"), "走访.png"))
    .to(opened.mocker.ContactMock.load(opened.puppet.currentUserId));
/** Files come after so long, or never. */
function slowFiles(ms: number): void {
  const { puppet } = opened;
  const had = puppet.messageFile.bind(puppet);
  puppet.messageFile = (id) => sleep(ms).then(() => had(id));
  puppet.messageImage = (id) => sleep(ms).then(() => had(id));
}

test("words behind a photo that is being fetched are stored by a calm stop, and that there was a photo", async () => {
  slowFiles(60_000);
  sendsPhoto();
  says("昨天走访黄连村12户");
  await sleep(300);
  await opened.city.service.stop();
  expect(await heard()).toHaveLength(2);
});

test("a photo that its sender's words have overtaken is stored by a calm stop as one that was not had", async () => {
  slowFiles(60_000);
  sendsPhoto();
  says("昨天走访黄连村12户");
  await seen(async () => ((await heard()).length === 1 ? true : undefined));
  await opened.city.service.stop();
  expect(await heard()).toHaveLength(2);
}, 20_000);

test("words that are being looked up when the stop comes are looked up and stored", async () => {
  const look = opened.puppet.messagePayload.bind(opened.puppet);
  opened.puppet.messagePayload = (id) => sleep(300).then(() => look(id));
  says("昨天走访黄连村12户");
  await sleep(100);
  await opened.city.service.stop();
  expect(await heard()).toHaveLength(1);
});

test("whoever was heard is answered before a stop also where the bot hesitates as people do", async () => {
  await opened.close();
  opened = await openWechatCity("2026-09-16T09:00:00+08:00", { random: 0.5 });
  contact = await opened.bound("李明");
  says("帮助");
  await stored();
  await opened.city.service.stop();
  expect(opened.arrived.map(({ to }) => to)).toEqual([contact.id]);
}, 20_000);

const never = (): Promise<never> => new Promise(() => undefined);

test("a stop with a provider that hangs in everything fits in the four and a half seconds that it has", async () => {
  const { puppet, city } = opened;
  says("帮助");
  await stored();
  slowFiles(60_000);
  sendsPhoto();
  puppet.messageSendText = never;
  await sleep(300);
  puppet.messagePayload = never;
  puppet.onStop = never;
  says("昨天走访黄连村12户");
  await sleep(100);
  const began = performance.now();
  await city.service.stop();
  expect(performance.now() - began).toBeLessThan(4_200);
  // The photo was had by then as one that did not come.
  expect(await heard()).toHaveLength(2);
}, 20_000);

test("a photo that is sent while the last answers go out is still fetched", async () => {
  opened.puppet.messageSendText = async (to, text) => {
    sendsPhoto();
    await sleep(800);
    await send(to, text);
  };
  says("帮助");
  await stored();
  await opened.city.service.stop();
  const kept = await opened.city.database.db.execute(sql`select 1 from attachments`);
  expect(kept.length).toBeGreaterThanOrEqual(1);
}, 20_000);

/** Logging out takes a second, in which 李明 says something. */
function speaksDuringLogOut(text: string): void {
  const end = opened.puppet.onStop.bind(opened.puppet);
  opened.puppet.onStop = async () => {
    await sleep(300);
    says(text);
    await sleep(700);
    await end();
  };
}

test("what is said while the account is logged out is stored for the next start", async () => {
  speaksDuringLogOut("昨天走访黄连村12户");
  await opened.city.service.stop();
  expect(await heard()).toHaveLength(1);
}, 20_000);

test("of what cannot be had any more while the account is logged out it is stored that it came, and from whom", async () => {
  const look = opened.puppet.messagePayload.bind(opened.puppet);
  let calls = 0;
  // wechaty asks first, then it is asked who wrote, then for the message.
  opened.puppet.messagePayload = (id) => ((calls += 1) === 2 ? look(id) : never());
  speaksDuringLogOut("昨天走访黄连村12户");
  await opened.city.service.stop();
  const rows = await opened.city.database.db.execute(sql`select conversation from inbox`);
  expect([...rows]).toEqual([{ conversation: `wechat:main:${contact.id}` }]);
}, 20_000);
