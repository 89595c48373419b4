import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";
import { seen } from "#test/support/seen.ts";
import { openWechatCity, type WechatCity, type WechatContact } from "#test/support/wechat-city.ts";

// The web log-in of WeChat calls everybody anew each time.
let opened: WechatCity;
beforeEach(async () => {
  opened = await openWechatCity("2026-09-16T09:00:00+08:00");
});
afterEach(() => opened.close());

/** The account is logged out and in again, and a contact has another id from then on: the old one is nobody. */
async function comesBackAs(contact: WechatContact): Promise<WechatContact> {
  const { puppet, mocker } = opened;
  await puppet.logout();
  await seen(() => (opened.isLoggedIn() ? undefined : true));
  mocker.cacheContactPayload.delete(contact.id);
  await opened.logIn();
  return mocker.createContact({ name: contact.payload.name });
}

async function codeForLiMing(): Promise<string> {
  const { database, now } = opened.city;
  const [row] = await database.db.execute<{ id: string }>(
    sql`select id::text from people where name = '李明'`,
  );
  const [code] = await database.db.transaction((tx) =>
    invitePeople(tx, createVault(TEST_KEY), [Number(row?.id)], now, randomBytes),
  );
  return code?.typed ?? "";
}

const wordsTo = ({ id }: WechatContact): string[] =>
  opened.arrived.filter(({ to }) => to === id).map(({ text }) => text);

async function boundInWechat(): Promise<string[]> {
  const rows = await opened.city.database.db.execute<{ sender: string }>(
    sql`select sender from accounts where channel = 'wechat' order by id`,
  );
  return rows.map(({ sender }) => sender);
}

/** 李明 in WeChat, with a card open. */
async function withOpenCard(): Promise<WechatContact> {
  const contact = await opened.bound("李明");
  expect(await opened.says(contact, "9月15日走访黄连村12户")).toContain("12户");
  return contact;
}

test("under a new id nobody is taken for the deputy whose name it bears, and hears how to be known again", async () => {
  const again = await comesBackAs(await withOpenCard());
  const answer = await opened.says(again, "对");
  expect(answer).not.toContain("履-2026");
  expect(await opened.says(again, "我的履职")).toContain("绑定码");
});

const conversationOf = ({ id }: WechatContact): string => `wechat:main:${id}`;

async function isDue(to: WechatContact): Promise<void> {
  const { database, now, service } = opened.city;
  const due = [
    { conversation: conversationOf(to), key: "due", reply: { kind: "help.broken" } as const, dueAt: now },
  ];
  const world = { now, zone: "Asia/Shanghai", policy: readPolicy() };
  await database.db.transaction((tx) => enqueue(tx, createVault(TEST_KEY), due, world));
  service.tell("outbox");
}

const becomes = (status: string, reason: string): Promise<true> =>
  seen(async () => {
    const rows = await opened.city.database.db.execute(
      sql`select 1 from outbox where key = 'due' and status = ${status} and reason = ${reason}`,
    );
    return rows.length > 0 ? true : undefined;
  });

function later(ms: number): void {
  const { city } = opened;
  city.now = new Date(city.now.getTime() + ms);
  city.service.tell("outbox");
}

/** Something is due to an account that is nobody any more: the list of contacts, which is whole, says so twice. */
async function isFoundGone(contact: WechatContact): Promise<void> {
  opened.puppet.emit("ready", { data: "stable" });
  await isDue(contact);
  await becomes("new", "channel.away");
  later(31_000);
  await becomes("failed", "channel.gone");
}

test("seconds after a log-in, while the contacts are still coming in, nobody is taken for gone", async () => {
  const contact = await opened.bound("李明");
  opened.mocker.cacheContactPayload.delete(contact.id);
  await isDue(contact);
  await becomes("new", "channel.away");
  opened.mocker.cacheContactPayload.set(contact.id, contact.payload);
  opened.puppet.emit("ready", { data: "stable" });
  later(5_000);
  await seen(() => wordsTo(contact)[0]);
});

test("whoever has only blocked the account keeps what is his, whoever comes with a code of his", async () => {
  const deputy = await withOpenCard();
  const send = opened.puppet.messageSendText.bind(opened.puppet);
  opened.puppet.messageSendText = (to, text) =>
    to === deputy.id ? Promise.reject(new Error("消息已发出,但被对方拒收了")) : send(to, text);
  await isDue(deputy);
  await becomes("failed", "channel.blocked");
  opened.puppet.messageSendText = send;
  const stranger = opened.mocker.createContact({ name: "陌生人" });
  const welcome = await opened.says(stranger, await codeForLiMing(), 2);
  expect(welcome).toContain("另一个微信号也还绑着");
  expect(welcome).not.toContain("还有这张没有确认");
  expect(await boundInWechat()).toContain(conversationOf(deputy));
  await seen(() => (wordsTo(deputy).some((text) => text.includes("新的微信号上绑定")) ? true : undefined));
});

test("a new code binds the new id in place of the old one that is gone, and the card that was open is there to be filed", async () => {
  const before = await withOpenCard();
  const again = await comesBackAs(before);
  await isFoundGone(before);
  const welcome = await opened.says(again, await codeForLiMing(), 3);
  expect(welcome).toContain("已经认得您了");
  expect(welcome).not.toContain("另一个微信号");
  expect(welcome).toContain("还有这张没有确认");
  expect(await boundInWechat()).toEqual([`wechat:main:${again.id}`]);
  expect(await opened.says(again, "1")).toMatch(/履-2026-\d{5}/u);
  opened.mocker.cacheContactPayload.set(before.id, before.payload);
  expect(await opened.says(before, "我的履职")).toContain("绑定码");
});

test("whoever has a code that was meant for a deputy gets nothing of what is open, and the deputy hears of it wherever he is", async () => {
  const deputy = await withOpenCard();
  const stranger = opened.mocker.createContact({ name: "陌生人" });
  const welcome = await opened.says(stranger, await codeForLiMing(), 2);
  expect(welcome).toContain("另一个微信号也还绑着");
  expect(welcome).not.toContain("还有这张没有确认");
  await seen(() => (wordsTo(deputy).some((text) => text.includes("新的微信号上绑定")) ? true : undefined));
  await seen(() =>
    opened.city
      .person("李明")
      .heard()
      .find(({ kind }) => kind === "account.bound-elsewhere"),
  );
  expect(await opened.says(deputy, "对,记下来")).toMatch(/履-2026-\d{5}/u);
  await opened.says(deputy, "退出其他登录");
  expect(await boundInWechat()).toEqual([`wechat:main:${deputy.id}`]);
  expect(await opened.says(stranger, "我的履职")).toContain("绑定码");
});

test("on another network a second account is a second account", async () => {
  const code = await codeForLiMing();
  const { city } = opened;
  const [welcome, ...more] = await city.person("new-phone").says(code);
  expect(welcome?.kind).toBe("account.bound");
  expect(more.map((one) => one.kind)).toEqual(["help.privacy"]);
  expect((await city.person("李明").says("帮助"))[0]?.kind).toBe("help.menu");
});
