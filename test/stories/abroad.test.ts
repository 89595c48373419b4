import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "#src/compose/config.ts";
import { requireDecision } from "#src/compose/overseas.ts";
import { PNG } from "#test/support/channel-contract.ts";
import type { City } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { openTelegramCity, type TelegramCity } from "#test/support/telegram/city.ts";
import { type TelegramPerson, telegramPerson } from "#test/support/telegram/person.ts";
import type { TelegramServer } from "#test/support/telegram/server.ts";

// Telegram's servers are abroad. 李明 and the officer 孙丽 use it beside the web chat; a resident tries to.
let opened: TelegramCity;
let server: TelegramServer;
let city: City;
let liming: TelegramPerson;
let officer: TelegramPerson;
beforeAll(async () => {
  opened = await openTelegramCity("2026-11-20T10:00:00+08:00");
  ({ server, city } = opened);
  liming = await opened.bound(42, "李明");
  officer = await opened.bound(43, "孙丽");
});
afterAll(() => opened.close());

const says = (person: TelegramPerson, text: string) => opened.answerTo(person, () => person.says(text));

test("nothing is taken in from a resident there, and he is told where to go", async () => {
  const resident = telegramPerson(server, 99);
  const told = await says(resident, "秘密村的路灯坏了三天");
  expect(told).toContain("境外");
  expect(told).toContain("网页");
  resident.says("求求你们了,电话13812345678");
  await says(liming, "帮助");
  expect(resident.sees()).toHaveLength(1);
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from opinions`);
  expect(row?.n).toBe(0);
});

test("photos and files of strangers are neither fetched nor kept, a deputy's are", async () => {
  const resident = telegramPerson(server, 98);
  const photo = { name: "photo.png", bytes: PNG };
  const told = await opened.answerTo(resident, () => resident.sendsPhoto(photo, "秘密村的路灯"));
  expect(told).toContain("境外");
  resident.sendsDocument({ name: "秘密.pdf", bytes: Buffer.from("%PDF-1.7") });
  resident.sendsPhoto(photo);
  await says(liming, "帮助");
  expect(server.calls.filter(({ method }) => method === "getFile")).toEqual([]);
  expect(await countFiles()).toBe(0);
  await opened.answerTo(liming, () => liming.sendsPhoto(photo));
  expect(await countFiles()).toBe(1);
});

const countFiles = async (): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from attachments`);
  return row?.n ?? 0;
};

test("a deputy may report there; the words of residents' opinions do not come back", async () => {
  const card = await says(liming, "11月19日走访黄连村12户,群众反映秘密组路灯不亮");
  expect(card).toContain("12户");
  expect(card).toContain("请在站内查看");
  const receipt = await says(liming, "对");
  expect(receipt).toContain("履-2026-00001");
  expect(receipt).toContain("意-2026-0001");
  expect(await says(liming, "我的意见")).toContain("请在站内查看");
  expect(await says(officer, "意见 待办")).toContain("请在站内查看");
});

test("of opinions that a clerk wrote down with a visit the words stay at home, and the deputy hears that there are some", async () => {
  await city.person("刘敏").says("代报 李明 11月18日走访黄连村2户,群众反映秘密桥塌了一块");
  const told = await opened.answerTo(liming, () => void city.person("刘敏").says("对"));
  expect(told).toContain("替您记了履职");
  expect(told).toMatch(/意-2026-\d+ .*请在站内查看/u);
  expect(told).not.toContain("秘密桥");
});

test("a visit that a clerk wrote down with nothing to keep back is told there whole, and nobody is sent elsewhere for it", async () => {
  await city.person("刘敏").says("代报 李明 11月17日走访黄连村4户");
  const told = await opened.answerTo(liming, () => void city.person("刘敏").says("对"));
  expect(told).toContain("4户");
  expect(told).not.toContain("请在站内查看");
  expect(
    city
      .person("李明")
      .heard()
      .filter((one) => one.text.includes("4户")),
  ).toEqual([]);
});

test("why somebody asks for leave is not sent there, neither to him nor to who decides", async () => {
  await city.person("刘敏").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  await opened.answerTo(liming, () => void city.person("刘敏").says("对"));
  const number = /活-2026-\d+/u.exec(await says(liming, "活动"))?.[0] ?? "";
  expect(await says(liming, `请假 ${number} 生病`)).toContain("请在站内查看");
  expect(await says(liming, "我的积分")).toContain("请在站内查看");
  expect(await says(officer, "缺席 今年")).toContain("请在站内查看");
  expect(await says(officer, "代表 杨秀英")).toContain("请在站内查看");
});

test("an absence is told at home, with a mere pointer where the deputy was last", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("到会 活-2026-002 除李明外全到");
  await clerk.says("对");
  await clerk.says("定稿 活-2026-002");
  const pointer = await opened.answerTo(liming, () => void clerk.says("对"));
  expect(pointer).toContain("请在站内查看");
  await eventually(() =>
    expect(
      city
        .person("李明")
        .heard()
        .some((one) => one.kind === "absence.warned"),
    ).toBe(true),
  );
});

test("which absences count, and by which rule, is explained at home, whatever word asks for it", async () => {
  const yang = await opened.bound(44, "杨秀英");
  expect(await says(yang, "我的出勤")).toContain("请在站内查看");
  expect(await says(yang, "为什么")).toContain("请在站内查看");
});

test("the reason for which a report goes back stays at home, that it goes back does not", async () => {
  const clerk = await opened.bound(45, "刘敏");
  expect(await says(clerk, "退回 履-2026-00001 理由 秘密组低保户的情况没写清楚")).toContain("履-2026-00001");
  const back = await opened.answerTo(liming, () => void clerk.says("对"));
  expect(back).toContain("刘敏退回了 履-2026-00001");
});

test("a suggestion is made there, its words do not come back, and nobody puts his name to what he is not shown", async () => {
  const card = await says(liming, "提个建议:黄连村二组路灯坏了没人修,建议更换成秘密牌");
  expect(card).toContain("提一件代表建议");
  expect(card).toContain("请在站内查看");
  const receipt = await says(liming, "对,提交");
  const number = /建-2026-\d+/u.exec(receipt)?.[0] ?? "none";
  const yang = telegramPerson(server, 44);
  expect(await says(yang, `附议 ${number}`)).toContain("还没有办");
  await says(yang, "对");
  await city.person("杨秀英").says(`附议 ${number}`);
  const told = await opened.answerTo(liming, () => void city.person("杨秀英").says("对"));
  expect(told).toContain(`附议了您的${number}`);
});

test("of all that was ever sent there, nothing is what must stay in the country", () => {
  const sent = server.state.messages.flatMap((one) => [one.text, ...one.buttons.map(({ label }) => label)]);
  expect(sent.length).toBeGreaterThan(10);
  expect(sent.filter((text) => /秘密|13812345678|生病|未经批准|缺席\d|没到会/u.test(text))).toEqual([]);
});

test("the channel needs a decision on record: its number and date", async () => {
  const { db } = city.database;
  const settings = { FIELD_KEY: "k".repeat(32), TELEGRAM_TOKEN: server.token, ALLOW_OVERSEAS_CHANNEL: "1" };
  await expect(requireDecision(db, readConfig(settings))).rejects.toMatchObject({ code: "config.invalid" });
  const decision = "乌常办〔2026〕3号 2026-03-01";
  await requireDecision(db, readConfig({ ...settings, OVERSEAS_DECISION: decision }));
  await requireDecision(db, readConfig(settings));
  const [row] = await db.execute<{ value: string }>(
    sql`select value from settings where name = 'overseas-decision'`,
  );
  expect(row?.value).toBe(decision);
});

test("what cannot be shown there is not done there by a yes either", async () => {
  const told = await says(officer, "接受辞职 王芳 11月20日");
  expect(told).toContain("还没有办");
  expect(told).toContain("网页");
  await says(officer, "对");
  const [row] = await city.database.db.execute<{ status: string }>(
    sql`select m.status from mandates m join people p on p.id = m.person_id where p.name = '王芳'`,
  );
  expect(row?.status).toBe("active");
  expect(await says(officer, "催 未报 本月")).toContain("还没有办");
});

test("what a register denies is not brought back there, where that cannot be said", async () => {
  const li = city.person("李明");
  for (const said of ["昨天参加了小组活动", "对"]) await li.says(said);
  await li.taps("是另一次,记下来");
  await li.says("撤销");
  expect(await says(liming, "撤错了,恢复一下")).toContain("还没有办");
  await says(liming, "对");
  const [row] = await city.database.db.execute<{ state: string }>(
    sql`select state from duty_records where kind = 'group_activity' order by id desc limit 1`,
  );
  expect(row?.state).toBe("withdrawn");
});
