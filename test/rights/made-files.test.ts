import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { openWebApp } from "#test/support/web-app.ts";

// Tables and papers that were made for staff open for as long as their reader looks after what they tell of.
let city: City;
let app: FastifyInstance;
let number: string;
beforeAll(async () => {
  city = await openCity("2026-11-19T09:00:00+08:00");
  ({ app } = await openWebApp(city.database.db, () => city.now));
  await city.person("李明").says("昨天走访黄连村12户");
  number = (await city.person("李明").says("对"))[0]?.number ?? "";
});
afterAll(async () => {
  await app.close();
  await city.close();
});

const opens = async (id: string, persona: string): Promise<boolean> =>
  (await app.inject({ url: `/api/chat/files/${id}?persona=${persona}` })).statusCode === 200;

const sentTo = (name: string, kind: string): string =>
  city
    .person(name)
    .heard()
    .findLast((one) => one.kind === kind)?.attachments[0]?.id ?? "";

async function order(name: string, words: string): Promise<string> {
  const before = sentTo(name, "export.ready");
  await city.person(name).says(words);
  await eventually(() => expect(sentTo(name, "export.ready")).not.toBe(before), 15_000);
  return sentTo(name, "export.ready");
}

const endRole = (name: string): Promise<unknown> =>
  city.database.db.execute(sql`update staff_roles set valid_to = '2026-11-19'
    where person_id = (select id from people where name = ${name})`);

test("a clerk's table opens for him alone, and each opening is in the audit", async () => {
  const table = await order("刘敏", "导出 羊昌镇 本月");
  expect(await opens(table, "clerk-yangchang")).toBe(true);
  for (const other of ["clerk-dongfeng", "officer", "liming", "stranger"])
    expect(await opens(table, other)).toBe(false);
  const rows = await city.database.db.execute<{ name: string; task: boolean }>(sql`
    select p.name, exists (select 1 from tasks t where t.id = a.subject_id and t.person_id = p.id) task
    from audit a join people p on p.id = a.actor_id where a.action = 'file.read' and a.subject = 'task'`);
  expect(rows).toEqual([{ name: "刘敏", task: true }]);
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test("whoever guesses at it waits as long as for a file that never was", async () => {
  const table = sentTo("刘敏", "export.ready");
  const time = async (id: string): Promise<number> => {
    const began = performance.now();
    expect(await opens(id, "clerk-dongfeng")).toBe(false);
    return performance.now() - began;
  };
  const [there, nowhere]: [number[], number[]] = [[], []];
  // One after the other in turn, so that whatever else the machine does falls on both alike.
  for (let turn = 0; turn < 60; turn += 1) {
    there.push(await time(table));
    nowhere.push(await time(table.split("").toReversed().join("")));
  }
  const ratio = median(there) / median(nowhere);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("a sheet that came by schedule opens for whom it was made", async () => {
  city.now = at("2026-11-23 09:00");
  await runAt(city.database.db, "weekly-sheet", city.now);
  await eventually(() => expect(sentTo("孙丽", "export.ready")).not.toBe(""));
  expect(await opens(sentTo("孙丽", "export.ready"), "officer")).toBe(true);
  expect(await opens(sentTo("孙丽", "export.ready"), "clerk-yangchang")).toBe(false);
  city.now = at("2026-11-19 10:00");
});

test("on the day after the role ended neither table nor paper opens any more", async () => {
  const table = await order("刘敏", "导出 羊昌镇 本月");
  await city.person("刘敏").says(`核实 ${number}`);
  await city.person("刘敏").says("履职证明 李明 本月");
  const paper = sentTo("刘敏", "certificate.answer");
  expect(await Promise.all([table, paper].map((id) => opens(id, "clerk-yangchang")))).toEqual([true, true]);
  await endRole("刘敏");
  expect(await Promise.all([table, paper].map((id) => opens(id, "clerk-yangchang")))).toEqual([true, true]);
  city.now = at("2026-11-20 09:00");
  expect(await Promise.all([table, paper].map((id) => opens(id, "clerk-yangchang")))).toEqual([false, false]);
});

test("a smaller role opens no table of the larger one", async () => {
  const table = await order("孙丽", "导出 本月");
  expect(await opens(table, "officer")).toBe(true);
  await city.database.db.execute(sql`update staff_roles set valid_to = '2026-11-19'
    where person_id = (select id from people where name = '孙丽')`);
  await city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, 'township_clerk', '2026-11-20' from people p, orgs o
    where p.name = '孙丽' and o.name = '羊昌镇' and o.kind = 'township'`);
  expect(await opens(table, "officer")).toBe(false);
});

test("what a deputy was given about his own duty stays his when the mandate ends", async () => {
  const table = await order("李明", "导出 本月");
  await city.database.db.execute(sql`update mandates set valid_to = '2026-11-19', status = 'terminated'
    where person_id = (select id from people where name = '李明')`);
  expect(await opens(table, "liming")).toBe(true);
});
