import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
let eleventh: string;
let fifteenth: string;
const clerk = () => city.person("刘敏");
const person = (name: string) => city.person(name);

async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  return (await clerk().says("对"))[0]?.number ?? "";
}

beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-08T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  eleventh = await publish("12月11日上午9点半");
  fifteenth = await publish("12月15日上午9点");
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
});

const states = async () => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select p.name || ' ' || l.state said from leaves l join people p on p.id = l.person_id order by 1`);
  return rows.map(({ said }) => said);
};

// Three wishes wait: two of 李明 for two days, and one of 王芳.
beforeEach(async () => {
  for (const name of ["李明", "王芳"]) await person(name).says(`请假 ${eleventh} 生病`);
  await person("李明").says(`请假 ${fifteenth} 出差`);
});

test.each(["李明12月11号、15号的假都准", "李明两个都准", "李明的两份都准假", "李明11号和15号的都批了"])(
  "%s: both wishes are shown, and granted with one yes",
  async (words) => {
    const [asked] = await clerk().says(words);
    expect(asked?.text).toContain("这2份假都准吗");
    await clerk().says("对");
    expect(await states()).toEqual(["李明 approved", "李明 approved", "王芳 pending"]);
  },
);

test("两个人11号的假都准 leaves alone what is of another day", async () => {
  await clerk().says("李明和王芳11号的假都准");
  await clerk().says("对");
  expect(await states()).toEqual(["李明 approved", "李明 pending", "王芳 approved"]);
});

test.each([
  "待批的请假",
  "待批请假",
  "看待批的请假",
  "请假的还有谁没批",
  "有没有人请假等我批",
  "王芳的准了,李明两个都不准,活动要紧",
])("%s: what waits is shown, and nothing decided", async (words) => {
  const answer = await answerTo(clerk(), words);
  for (const piece of ["待批的请假", "李明", "王芳"]) expect(answer).toContain(piece);
  expect(await states()).toEqual(["李明 pending", "李明 pending", "王芳 pending"]);
});

test.each(["把等着的假全部批了", "待批的假都批了"])("%s: all are shown", async (words) => {
  expect(await answerTo(clerk(), words)).toContain("这3份假都准吗");
});

test("王芳的不批 asks why, and 15号的不准 of one deputy is of that day", async () => {
  expect(await answerTo(clerk(), "王芳的不批")).toContain("王芳");
  const [asked] = await clerk().says("李明15号的不准,当天要选举");
  expect(asked?.text).toContain(fifteenth);
  expect(asked?.text).toContain("当天要选举");
});

test("王芳请的什么假 lists hers", async () => {
  expect(await answerTo(clerk(), "王芳请的什么假")).toContain("王芳 2026年 请假1人次");
});
