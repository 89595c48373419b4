import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { invitePeople, revokePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

let city: City;
const vault = createVault(TEST_KEY);
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const personId = async (name: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = ${name}`,
  );
  return Number(row?.id);
};

const invite = async (name: string) => {
  const id = await personId(name);
  const [code] = await city.database.db.transaction((tx) =>
    invitePeople(tx, vault, [id], city.now, randomBytes),
  );
  if (code === undefined) throw new Error("no code");
  return code;
};

test("a stranger who sends a code is known from then on, and hears what is kept", async () => {
  const { typed } = await invite("李明");
  const phone = city.person("new-phone");
  const [welcome, notice] = await phone.says(`${typed.slice(0, 5).toLowerCase()} ${typed.slice(5)}`);
  expect(welcome?.text).toContain("李明");
  expect(notice?.kind).toBe("help.privacy");
  const [card] = await phone.says("昨天走访黄连村12户");
  expect(card?.kind).toBe("report.card");
});

test("a code works once; the link code of the same invitation is used up with it", async () => {
  const { typed, link } = await invite("王芳");
  expect((await city.person("phone-a").says(link))[0]?.kind).toBe("account.bound");
  expect((await city.person("phone-b").says(typed))[0]?.kind).toBe("account.refused");
  expect((await city.person("phone-b").says(link))[0]?.kind).toBe("account.refused");
});

test("a code is worth nothing after a day, and a newer one takes its place", async () => {
  const first = await invite("陈建国");
  const second = await invite("陈建国");
  expect((await city.person("phone-c").says(first.typed))[0]?.kind).toBe("account.refused");
  city.now = new Date(city.now.getTime() + 24 * 3_600_000);
  expect((await city.person("phone-c").says(second.typed))[0]?.kind).toBe("account.refused");
});

test("after five wrong codes even the right one waits ten minutes, with the same answer", async () => {
  const phone = city.person("phone-d");
  for (const wrong of ["0000000001", "0000000002", "0000000003", "0000000004", "0000000005"])
    expect((await phone.says(wrong))[0]?.kind).toBe("account.refused");
  const { typed } = await invite("罗文军");
  const [refused] = await phone.says(typed);
  expect(refused?.text).toBe(
    "这个绑定码不能用。\n请核对后再发一次\uff1b还不行\uff0c请向给您绑定码的人要一个新的。",
  );
  city.now = new Date(city.now.getTime() + 11 * 60_000);
  expect((await phone.says(typed))[0]?.kind).toBe("account.bound");
});

test("解绑 asks once, then the account is a stranger's again", async () => {
  const phone = city.person("phone-d");
  await phone.says("解绑");
  expect((await phone.taps("确定解绑"))[0]?.kind).toBe("account.unbound");
  expect((await phone.says("昨天走访黄连村12户"))[0]?.kind).toBe("help.refused");
});

test("staff take an account away from whoever lost it", async () => {
  const id = await personId("李明");
  const gone = await city.database.db.transaction((tx) => revokePeople(tx, vault, [id], city.now));
  expect(gone).toBe(2);
  expect((await city.person("new-phone").says("我的履职"))[0]?.kind).toBe("help.refused");
});

test("a stranger's chatter is answered once a day, an opinion always", async () => {
  const stranger = city.person("passer-by");
  expect(await stranger.says("你好")).toHaveLength(1);
  await stranger.says("黄连村二组路灯坏了三天");
  const [left] = await stranger.says("对");
  expect(left?.text).toContain("意-2026-0001");
  const [own] = await stranger.says("我的意见");
  expect(own?.text).toContain("路灯");
});

test("a bare code from somebody who is bound is no report: it is asked about, and binds anew after a yes", async () => {
  const { typed } = await invite("周志强");
  const phone = city.person("韦国良");
  const [asked] = await phone.says(`${typed.slice(0, 5)}-${typed.slice(5)}`);
  // One in forty codes has no digit, and reads like a word.
  if (!/\d/u.test(typed)) return;
  expect(asked?.kind).toBe("account.rebind-asked");
  expect(asked?.text).toContain("韦国良");
  expect((await phone.taps("不换"))[0]?.kind).toBe("help.menu");
});
