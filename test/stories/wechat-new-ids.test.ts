import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mock, PuppetMock } from "wechaty-puppet-mock";
import { createWechatChannel, type WechatChannel } from "#bot/wechat/channel.ts";
import { createVault } from "#db/vault.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { silentLog } from "#test/support/silent-log.ts";
import { aloneLeads } from "#test/support/stages/telegram-stage.ts";

// WeChat over wechaty's simulated puppet, which does here what the web log-in does: it calls everybody anew each time.
type Contact = ReturnType<mock.Mocker["createContact"]>;
let folder: string;
let mocker: mock.Mocker;
let puppet: PuppetMock;
let channel: WechatChannel;
let city: City;
let account: Contact;
let shown: { readonly to: string; readonly text: string }[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-wechat-ids-"));
  mocker = new mock.Mocker();
  puppet = new PuppetMock({ mocker });
  shown = [];
  const sendText = puppet.messageSendText.bind(puppet);
  puppet.messageSendText = async (to, text) => {
    await sendText(to, text);
    shown.push({ to, text });
  };
  city = await openCity("2026-09-16T09:00:00+08:00", undefined, (accept, { files }) => {
    channel = createWechatChannel({
      puppet,
      bot: "main",
      memory: path.join(folder, "wechat"),
      leadership: aloneLeads,
      accept,
      files,
      random: () => 0,
      log: silentLog,
      show: () => undefined,
      present: () => Promise.resolve(),
      mayOperate: () => false,
    });
    // Its people talk faster than anybody may in WeChat.
    return [{ ...channel, pace: {} }];
  });
  account = mocker.createContact({ name: "履职助手" });
  await logIn();
});
afterEach(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

async function logIn(): Promise<void> {
  await seen(() => (puppet.state.active() === true ? true : undefined));
  mocker.login(account);
  await seen(() => (channel.isLoggedIn() ? true : undefined));
}

/** The account is logged out and in again, and a contact has another id from then on: the old one is nobody. */
async function comesBackAs(contact: Contact): Promise<Contact> {
  await puppet.logout();
  await seen(() => (channel.isLoggedIn() ? undefined : true));
  mocker.cacheContactPayload.delete(contact.id);
  await logIn();
  return mocker.createContact({ name: contact.payload.name });
}

const textsTo = ({ id }: Contact): string[] => shown.filter(({ to }) => to === id).map(({ text }) => text);

/** Says something and waits for so many messages in answer. */
async function says(contact: Contact, text: string, answers = 1): Promise<string> {
  const before = textsTo(contact).length;
  contact.say(text).to(account);
  await seen(() => (textsTo(contact).length >= before + answers ? true : undefined));
  return textsTo(contact).slice(before).join("\n");
}

async function codeForLiMing(): Promise<string> {
  const { db } = city.database;
  const [row] = await db.execute<{ id: string }>(sql`select id::text from people where name = '李明'`);
  const [code] = await db.transaction((tx) =>
    invitePeople(tx, createVault(TEST_KEY), [Number(row?.id)], city.now, randomBytes),
  );
  return code?.typed ?? "";
}

async function boundInWechat(): Promise<string[]> {
  const rows = await city.database.db.execute<{ sender: string }>(
    sql`select sender from accounts where channel = 'wechat' order by id`,
  );
  return rows.map(({ sender }) => sender);
}

/** 李明 in WeChat, with a card open. */
async function withOpenCard(): Promise<Contact> {
  const contact = mocker.createContact({ name: "李明" });
  await city.database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select 'wechat', 'main', a, a, people.id, ${NOTICE_VERSION}
    from people, (values (${`wechat:main:${contact.id}`})) address(a) where people.name = '李明'`);
  expect(await says(contact, "9月15日走访黄连村12户")).toContain("12户");
  return contact;
}

test("under a new id nobody is taken for the deputy whose name it bears, and hears how to be known again", async () => {
  const again = await comesBackAs(await withOpenCard());
  const answer = await says(again, "对");
  expect(answer).not.toContain("履-2026");
  expect(await says(again, "我的履职")).toContain("绑定码");
});

test("a new code binds the new id in place of the old one, and the card that was open is there to be filed", async () => {
  const before = await withOpenCard();
  const again = await comesBackAs(before);
  const welcome = await says(again, await codeForLiMing(), 3);
  expect(welcome).toContain("已经认得您了");
  expect(welcome).toContain("黄连村");
  expect(await boundInWechat()).toEqual([`wechat:main:${again.id}`]);
  expect(await says(again, "1")).toMatch(/履-2026-\d{5}/u);
  mocker.cacheContactPayload.set(before.id, before.payload);
  expect(await says(before, "我的履职")).toContain("绑定码");
});

test("on another network a second account is a second account", async () => {
  const code = await codeForLiMing();
  const [welcome, ...more] = await city.person("new-phone").says(code);
  expect(welcome?.kind).toBe("account.bound");
  expect(more.map((one) => one.kind)).toEqual(["help.privacy"]);
  expect((await city.person("李明").says("帮助"))[0]?.kind).toBe("help.menu");
});
