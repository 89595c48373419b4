import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCountedLines } from "#db/queries/figures/counted-lines.ts";
import { keepFigures } from "#db/queries/figures/keep.ts";
import { BETWEEN_VALUES } from "#src/domain/sheet.ts";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const file = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};

const yes = async (name: string): Promise<string> => {
  const person = city.person(name);
  await seen(() => person.heard().find((one) => one.kind === "report.companion"));
  return (await person.taps("对,我也在"))[0]?.text ?? "";
};

const told = async (name: string, said: string): Promise<string> =>
  (await city.person(name).says(said))[0]?.text ?? "";

const makeSums = (): Promise<number> =>
  city.database.db.transaction((tx) => keepFigures(tx, city.now, 1_000));

/** 李明 of 羊昌镇 was out with 吴红梅 of 东风镇, who says yes. */
async function visitTogether(): Promise<void> {
  await file("李明", "9月10日和吴红梅代表走访黄连村12户");
  expect(await yes("吴红梅")).toContain("记好了");
}

test("a visit of deputies of two townships is one of the district and one of each township", async () => {
  await visitTogether();
  for (const whenever of [() => Promise.resolve(0), makeSums]) {
    await whenever();
    expect(await told("孙丽", "统计 9月")).toContain("1次(2条记录，2位代表)");
    expect(await told("孙丽", "统计 9月")).toContain("12户");
    expect(await told("孙丽", "统计 羊昌镇 9月")).toContain("1次(1条记录");
    expect(await told("孙丽", "统计 东风镇 9月")).toContain("1次(1条记录");
  }
});

test("lines by township add up to more than the whole, and the answer says why", async () => {
  await visitTogether();
  await file("李明", "9月11日走访平寨村3户");
  await told("孙丽", "统计 9月");
  const lines = await told("孙丽", "按镇街");
  expect(lines).toContain("加起来比合计多1次");
  expect(lines).toContain("羊昌镇 2次(15户)");
  expect(lines).toContain("东风镇 1次(12户)");
  expect(await told("孙丽", "按月")).toContain("9月 2次(15户)");
  expect(await told("刘敏", "统计 羊昌镇 9月")).not.toContain("加起来");
});

test("what is called the same in two townships, and what was not agreed to, stays two", async () => {
  await file("李明", "9月10日走访黄连村12户");
  await file("吴红梅", "9月10日走访黄连村12户");
  expect(await told("孙丽", "统计 9月")).toContain("2次(2条记录");
  await told("孙丽", "统计 9月");
  expect(await told("孙丽", "按镇街")).not.toContain("加起来");
});

test("who had a record of it already and says yes is of the same occasion", async () => {
  await file("吴红梅", "9月10日走访黄连村10户");
  await file("李明", "9月10日和吴红梅代表走访黄连村12户");
  await makeSums();
  expect(await told("孙丽", "统计 9月")).toContain("2次(2条记录");
  expect(await yes("吴红梅")).not.toBe("");
  for (const whenever of [() => Promise.resolve(0), makeSums]) {
    await whenever();
    const figure = await told("孙丽", "统计 9月");
    expect(figure).toContain("1次(2条记录");
    expect(figure).toContain("12户");
  }
});

test("a share that was taken back, and one that is another day, is not of the occasion any more", async () => {
  await visitTogether();
  await makeSums();
  await city.person("吴红梅").says("撤销");
  expect(await told("孙丽", "统计 9月")).toContain("1次(1条记录");
  await file("李明", "9月12日和吴红梅代表走访平寨村3户");
  await yes("吴红梅");
  await makeSums();
  expect(await told("孙丽", "统计 9月")).toContain("2次(3条记录");
  await city.database.db.execute(sql`update duty_records set starts_on = '2026-09-13', ends_on = '2026-09-13'
    where shared_from is not null and state = 'confirmed'`);
  expect(await told("孙丽", "统计 9月")).toContain("3次(3条记录");
});

test("an activity of two townships is one, at the largest number that was told of it", async () => {
  await file("李明", "9月10日在黄连村视察,3人");
  await file("吴红梅", "9月10日在麦坪村视察,5人");
  expect(await told("孙丽", "统计 9月")).toContain("2次(2条记录");
  await city.database.db.execute(sql`update duty_records set activity_id = 4`);
  for (const whenever of [() => Promise.resolve(0), makeSums]) {
    await whenever();
    const figure = await told("孙丽", "统计 9月");
    expect(figure).toContain("1次(2条记录");
    expect(figure).toContain("5人");
  }
});

test("the table's columns add up to the figure", async () => {
  await visitTogether();
  await file("王芳", "9月10日走访黄连村20户");
  await file("周志强", "9月10日走访黄连村4户");
  await file("韦国良", "9月11日走访黄连村4户");
  const [org] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from orgs where kind = 'district'`,
  );
  const lines: string[][] = [];
  await city.database.db.transaction((tx) =>
    readCountedLines(
      tx,
      { from: "2026-09-01", to: "2026-09-30", waitedSince: city.now, whose: { scope: [Number(org?.id)] } },
      { units: ["households"], zone: "Asia/Shanghai" },
      async (some) => {
        lines.push(...some.map((line) => line.split(BETWEEN_VALUES)));
        await Promise.resolve();
      },
    ),
  );
  expect(lines.map((line) => [line[4], line[10], line[12]])).toEqual([
    ["李明", "1", "20"],
    ["吴红梅", "0", ""],
    ["王芳", "0", ""],
    ["周志强", "0", ""],
    ["韦国良", "1", "4"],
  ]);
  expect(await told("孙丽", "统计 9月")).toContain("2次(5条记录");
  expect(await told("孙丽", "统计 9月")).toContain("24户");
});
