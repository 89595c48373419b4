import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually } from "#test/support/eventually.ts";
import { openTelegramCity, type TelegramCity } from "#test/support/telegram/city.ts";
import type { TelegramPerson } from "#test/support/telegram/person.ts";

// 李明 has the web chat on his computer and Telegram on his telephone.
let opened: TelegramCity;
let phone: TelegramPerson;
beforeAll(async () => {
  opened = await openTelegramCity("2026-11-20T10:00:00+08:00");
  phone = await opened.bound(42, "李明");
});
afterAll(() => opened.close());
// Which of two was used last is told apart by the clock, to the minute.
const later = (): void => {
  opened.city.now = new Date(opened.city.now.getTime() + 5 * 60_000);
};
beforeEach(later);

const onPhone = (text: string): Promise<string> => opened.answerTo(phone, () => phone.says(text));
const onWeb = async (text: string): Promise<string> =>
  (await opened.city.person("李明").says(text)).map((one) => one.text).join("\n");
const byClerk = async (text: string): Promise<string> =>
  (await opened.city.person("刘敏").says(text)).map((one) => one.text).join("\n");

const standing = async (): Promise<number> => {
  const [row] = await opened.city.database.db.execute<{ n: number }>(sql`
    select count(*)::int n from duty_records r join people p on p.id = r.person_id
    where p.name = '李明' and r.state not in ('withdrawn', 'draft')`);
  return row?.n ?? 0;
};

/** Where 李明 was told something, of what came since. */
const told = (since: Since, words: string): string[] => [
  ...(phone
    .sees()
    .slice(since.phone)
    .some((one) => one.text.includes(words))
    ? ["phone"]
    : []),
  ...(webTexts()
    .slice(since.web)
    .some((text) => text.includes(words))
    ? ["web"]
    : []),
];
type Since = { readonly phone: number; readonly web: number };
const webTexts = (): string[] =>
  opened.city
    .person("李明")
    .heard()
    .map((one) => one.text);
const now = (): Since => ({ phone: phone.sees().length, web: webTexts().length });

/** The clerk announces an activity; returns what is told where. */
async function announce(day: number): Promise<Since> {
  const since = now();
  await byClerk(`发布活动 11月${day}日上午9点 羊昌镇代表小组 小组活动`);
  await byClerk("对");
  return since;
}

test("whoever is bound on both is one person: what is told on one stands on the other, and is undone there", async () => {
  expect(await onPhone("11月18日走访黄连村12户")).toContain("12户");
  const number = /履-\d+-\d+/u.exec(await onPhone("对"))?.[0] ?? "no number";
  expect(await onWeb("我的履职")).toContain("1");
  expect(await onWeb(number)).toContain("12户");
  expect(await onWeb(`撤销 ${number}`)).toContain(number);
  if ((await standing()) > 0) await onWeb("对");
  expect(await standing()).toBe(0);
});

test("a report begun on the phone and told again on the web is asked about, and filed once", async () => {
  expect(await onPhone("11月17日走访平寨村8户")).toContain("8户");
  expect(await onWeb("11月17日走访平寨村8户")).toContain("8户");
  expect(await onWeb("对")).toContain("履-2026-");
  expect(await onPhone("对")).toContain("这次好像已经记过了");
  expect(await onPhone("不用了")).toContain("没有再记");
  expect(await standing()).toBe(1);
});

test("the same the other way round; that it was another visit is for the deputy to say", async () => {
  await onWeb("11月16日走访甘庄村6户");
  await onPhone("11月16日走访甘庄村6户");
  await onPhone("对");
  expect(await onWeb("对")).toContain("这次好像已经记过了");
  expect(await standing()).toBe(2);
  const again = await opened.city.person("李明").taps("是另一次,再记一条");
  expect(again.map((one) => one.text).join()).toContain("履-2026-");
  expect(await standing()).toBe(3);
});

test("a notice goes to the channel that was used last, and to that one only", async () => {
  await onPhone("帮助");
  const first = await announce(25);
  await eventually(() => expect(told(first, "11月25日")).toEqual(["phone"]));
  later();
  await onWeb("帮助");
  const second = await announce(26);
  await eventually(() => expect(told(second, "11月26日")).toEqual(["web"]));
});

test("an activity that was announced on the phone is answered on the web", async () => {
  await onPhone("帮助");
  const since = await announce(27);
  await eventually(() => expect(told(since, "11月27日")).toEqual(["phone"]));
  const number = /活-2026-\d+/u.exec(await onWeb("活动"))?.[0] ?? "";
  expect(await onWeb(`参加 ${number}`)).toContain("参加");
});

test("a notice that finds the bot blocked goes to the other channel at once, with buttons that work there", async () => {
  await onPhone("帮助");
  opened.server.state.blocked.add(42);
  const since = await announce(28);
  await eventually(() => expect(told(since, "11月28日")).toEqual(["web"]));
  const answer = await opened.city.person("李明").taps("参加");
  expect(answer.map((one) => one.text).join()).toContain("11月28日");
  const next = await announce(29);
  await eventually(() => expect(told(next, "11月29日")).toEqual(["web"]));
  opened.server.state.blocked.delete(42);
  later();
  await onPhone("帮助");
  const again = await announce(30);
  await eventually(() => expect(told(again, "11月30日")).toEqual(["phone"]));
});

test("what may not go abroad is told on the web alone, with a pointer on the phone where he was last", async () => {
  await onPhone("11月15日走访谷溪村5户,群众反映秘密组路灯不亮");
  const receipt = await onPhone("对");
  expect(receipt).toContain("请在站内查看");
  const number = /意-2026-\d+/u.exec(receipt)?.[0] ?? "";
  expect(await onPhone(number)).toContain("请在站内查看");
  expect(await onWeb(number)).toContain("秘密组路灯不亮");
  later();
  await onPhone("帮助");
  const since = now();
  await byClerk("到会 活-2026-002 除李明外全到");
  await byClerk("对");
  await byClerk("定稿 活-2026-002");
  await byClerk("对");
  await eventually(() => expect(told(since, "请在站内查看")).toEqual(["phone"]));
  await eventually(() => expect(told(since, "未经批准")).toEqual(["web"]));
});

test("of all that went abroad, nothing was what must stay at home", () => {
  const sent = opened.server.state.messages.map((one) => one.text);
  expect(sent.length).toBeGreaterThan(10);
  expect(sent.filter((text) => /秘密组|未经批准|缺席/u.test(text))).toEqual([]);
});
