import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";

// Somebody wants no more to be kept about him: what is his alone goes at once, what the law keeps stays and is named.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const count = async (what: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int4 n from ${what}`);
  return row?.n ?? 0;
};
const consentsOf = async (name: string): Promise<string[]> => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select c.what || ' ' || c.version || ' ' || c.channel as line from consents c
      join people p on p.id = c.person_id where p.name = ${name} order by c.id`);
  return rows.map((row) => row.line);
};
const texts = (id: string) =>
  count(sql`(select 1 from inbox where conversation = ${`web:demo:${id}`} and body is not null
    union all select 1 from attachments where conversation = ${`web:demo:${id}`} and record_id is null) t`);

test("the card says what would go, what stays and by which law, and nothing goes before the yes", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户,修水渠");
  await li.says("对");
  await li.shows(1);
  const [card] = await li.says("删除我的数据");
  expect(card?.text).toContain("聊天原文");
  expect(card?.text).toContain("没归档的文件1个");
  expect(card?.text).toContain("履职记录1条");
  expect(card?.text).toContain("第58条");
  await li.says("不用了");
  expect(await texts("liming")).toBeGreaterThan(3);
});

test("after the yes words, files and account are gone; the record stays and counts", async () => {
  const li = city.person("李明");
  await li.says("删除我的数据");
  const [answer] = await li.taps("对,删除");
  expect(answer?.kind).toBe("data.erased");
  expect(answer?.text).toContain("依法保留:履职记录1条".replace(":", "\uff1a"));
  expect(await texts("liming")).toBe(0);
  expect(await count(sql`accounts where conversation = 'web:demo:liming'`)).toBe(0);
  expect(
    await count(sql`outbox where conversation = 'web:demo:liming' and body is not null
    and kind <> 'data.erased'`),
  ).toBe(0);
  expect(await count(sql`duty_records r join people p on p.id = r.person_id where p.name = '李明'`)).toBe(1);
  expect((await city.person("刘敏").says("统计 走访 本月"))[0]?.text).toContain("12户");
  expect((await li.says("我的履职"))[0]?.kind).toBe("help.refused");
});

test("who withdraws his consent stands in the history beside when he gave it, and so it does when he comes back", async () => {
  const wang = city.person("王芳");
  await city.database.db.execute(
    sql`update accounts set notice_version = null where conversation = 'web:demo:wangfang'`,
  );
  await wang.says("帮助");
  await wang.says("撤回同意");
  const [answer] = await wang.says("对");
  expect(answer?.text).toContain("同意已撤回");
  expect(await consentsOf("王芳")).toEqual([
    `given ${NOTICE_VERSION} web`,
    `withdrawn ${NOTICE_VERSION} web`,
  ]);
  await city.person("刘敏").says("绑定码 王芳");
  await city.person("刘敏").says("对");
  const code = /\w{5}-\w{5}/u.exec(city.person("刘敏").heard().at(-1)?.text ?? "")?.[0] ?? "";
  await wang.says(code);
  expect(await consentsOf("王芳")).toHaveLength(3);
});

test("a resident's account and telephone go, his opinion stays without them", async () => {
  const resident = city.person("居民乙");
  await resident.says("平寨村三组停水两天了,我叫欧阳明,电话13800139000");
  await resident.says("对");
  expect(await count(sql`opinion_contacts`)).toBe(1);
  expect((await resident.says("我的数据"))[0]?.text).toContain("留的联系方式1条");
  await resident.says("删除我的数据");
  const [answer] = await resident.says("对");
  expect(answer?.text).toContain("意见1条要办理和存档");
  expect(await count(sql`opinion_contacts`)).toBe(0);
  expect(await count(sql`opinions where text like '%停水%'`)).toBe(1);
  expect((await resident.says("我的意见"))[0]?.text).not.toContain("停水");
});

test("the roster's telephone is shown to exist, stays while its owner serves, and goes after that", async () => {
  const phone = createVault(TEST_KEY).seal("13800001111");
  await city.database.db.execute(sql`update people set phone = ${phone} where name in ('陈建国', '杨秀英')`);
  await city.database.db.execute(sql`update mandates set valid_to = '2026-10-01'
    where person_id in (select id from people where name = '杨秀英')`);
  const [shown] = await city.person("陈建国").says("我的数据");
  expect(shown?.text).toContain("名册电话1个");
  expect(shown?.text).toContain("名册电话400天");
  for (const name of ["陈建国", "杨秀英"]) {
    await city.person(name).says("删除我的数据");
    await city.person(name).says("对");
  }
  expect(await count(sql`people where phone is not null`)).toBe(1);
  expect(city.person("陈建国").heard().at(-1)?.text).toContain("任职期间");
});

test("that it was asked for stands in the audit, which stays whole", async () => {
  const rows = await city.database.db.execute<{ line: string }>(sql`
    select p.name || ' ' || a.action as line from audit a join people p on p.id = a.actor_id
    where a.action in ('data.erase', 'consent.withdraw') and p.name <> '' order by a.id`);
  expect(rows.map((row) => row.line)).toEqual([
    "李明 data.erase",
    "王芳 consent.withdraw",
    "陈建国 data.erase",
    "杨秀英 data.erase",
  ]);
});

test("other people's words are not touched", async () => {
  expect(await texts("clerk-yangchang")).toBeGreaterThan(0);
});

test("the authenticator of who serves still stays, and the answer names it", async () => {
  const wei = city.person("韦国良");
  await wei.says("双重验证");
  const [card] = await wei.says("删除我的数据");
  expect(card?.text).toContain("双重验证的密钥也保留");
  await wei.taps("对,删除");
  const kept = sql`second_factors f join people p on p.id = f.person_id where p.name = '韦国良'`;
  expect(await count(kept)).toBe(1);
});
