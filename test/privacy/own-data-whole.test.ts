import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnRows } from "#db/queries/figures/own-rows.ts";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { takeCopy } from "#test/support/own-copy.ts";
import { eventually } from "#test/support/eventually.ts";

// The copy holds everything that is stored about a person, and says it in Chinese.
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const copyOf = async (name: string, reader: string) => (await takeCopy(city, name, reader)).data;

test("a deputy's copy holds her mandates, what was decided of them, her absences, objection and what she owes", async () => {
  const yesterday = "活-2026-002";
  await city.person("刘敏").says(`到会 ${yesterday} 除杨秀英外全到`);
  await city.person("刘敏").says("对");
  await city.person("刘敏").says(`定稿 ${yesterday}`);
  await city.person("刘敏").says("对");
  const yang = city.person("杨秀英");
  await eventually(() => expect(yang.heard().some((one) => one.kind === "absence.struck")).toBe(true));
  await yang.says(`异议 ${yesterday} 我在会场,坐在后排`);
  await city.person("孙丽").says("异议成立 杨秀英");
  await city.person("孙丽").says("对");
  await city.person("孙丽").says("暂停 杨秀英 代表职务 9月25日 原因 被立案侦查");
  await city.person("孙丽").says("对");
  await city.database.db.execute(sql`update people set code = 'D77' where name = '杨秀英'`);
  const copy = await copyOf("杨秀英", "yangxiuying");
  expect(copy["本人"]).toEqual([expect.objectContaining({ 姓名: "杨秀英", 编号: "D77" })]);
  expect(copy["代表职务"]?.[0]).toMatchObject({ 层级: "区", 镇街: "羊昌镇", 状态: expect.any(String) });
  expect(copy["代表变动"]).toContainEqual(
    expect.objectContaining({ 变动: "暂停执行代表职务", 原来状态: "在任", 原因: expect.any(String) }),
  );
  expect(copy["暂停执行职务"]).toContainEqual(expect.objectContaining({ 开始: "2026-09-25" }));
  expect(copy["活动通知"]?.length).toBeGreaterThan(0);
  const objected = copy["缺席提醒和异议"]?.find((one) => one["异议"] !== null);
  expect(objected).toMatchObject({ 活动编号: yesterday, 异议: expect.stringContaining("坐在后排") });
  expect(objected?.["异议决定时间"]).toEqual(expect.any(String));
});

test("a record's changes are in it, and a file says where it lies in it", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户");
  await li.says("对");
  await li.says("把昨天走访的户数改成15户");
  await li.says("对");
  await city.database.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes)
    values ('seen', 'web:demo:liming', 'a.jpg', 'image/jpeg', 1, ${createVault(TEST_KEY).sealBytes(Buffer.from("x"))})`);
  const copy = await copyOf("李明", "liming");
  expect(copy["履职记录的改动"]).toContainEqual(expect.objectContaining({ 原来: "12户", 改后: "15" }));
  expect(copy["照片文件"]).toContainEqual(
    expect.objectContaining({ 名称: "a.jpg", 在哪里: expect.stringMatching(/^文件\/001-a\.jpg$/u) }),
  );
});

test("a clerk's copy holds his roles, and no copy has a code of the program in it", async () => {
  await city.person("刘敏").says("值班 开");
  const copies = {
    刘敏: await copyOf("刘敏", "clerk-yangchang"),
    杨秀英: await copyOf("杨秀英", "yangxiuying"),
    李明: await copyOf("李明", "liming"),
  };
  expect(copies["刘敏"]["工作人员身份"]).toContainEqual(
    expect.objectContaining({ 身份: "镇街人大工作人员", 单位: "羊昌镇" }),
  );
  expect(copies["刘敏"]["值班"]).toHaveLength(1);
  for (const [name, copy] of Object.entries(copies))
    for (const [title, rows] of Object.entries(copy))
      for (const row of Array.isArray(rows) ? rows : [])
        for (const [head, value] of Object.entries(row))
          if (value !== null && !["名称", "在哪里"].includes(head))
            expect(
              `${name} ${title} ${head}: ${JSON.stringify(value).replace(/我的数据\.(?:zip|html)/gu, "")}`,
            ).not.toMatch(/[a-z]{3,}/u);
});

// The hashes of codes are nobody's data: an account bound by one is in the copy.
const ELSEWHERE = ["invites"];

test("every table that names a person is read for the copy", async () => {
  const rows = await city.database.db.execute<{ table: string }>(sql`
    select table_name "table" from information_schema.columns
    where table_schema = 'public' and column_name = 'person_id' order by 1`);
  const read: string[] = [];
  await city.database.db.transaction(async (tx) => {
    const execute = tx.execute.bind(tx);
    const watched = Object.assign(Object.create(tx) as typeof tx, {
      execute: (query: SQL) => {
        read.push(new PgDialect().sqlToQuery(query).sql);
        return execute(query);
      },
    });
    await listOwnRows(watched, 1, "Asia/Shanghai");
  });
  const tables = rows.map((one) => one.table).filter((one) => !ELSEWHERE.includes(one));
  expect(tables.filter((one) => !new RegExp(`(?:from|join) ${one}\\b`, "u").test(read.join()))).toEqual([]);
});
