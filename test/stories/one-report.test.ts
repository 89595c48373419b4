import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test("a deputy says what was done, sees it, taps once, and hears the number", async () => {
  const liming = city.person("李明");
  const [card] = await liming.says("昨天走访黄连村12户");
  expect(card?.kind).toBe("report.card");
  const [receipt] = await liming.taps("对,记下来");
  expect(receipt?.text).toContain("履-2026-00001");
  expect(receipt?.number).toBe("履-2026-00001");
});

test("a second tap on the same card changes nothing and says so", async () => {
  const liming = city.person("李明");
  const [answer] = await liming.taps("对,记下来");
  expect(answer?.kind).toBe("help.stale");
});

test("somebody else's button does nothing", async () => {
  const [card] = await city.person("王芳").says("今天走访平寨村12户");
  const choice = card?.choices[0]?.id ?? "";
  const [answer] = await city.person("陈建国").tapsId(choice);
  expect(answer?.kind).toBe("help.stale");
  const [receipt] = await city.person("王芳").says("1");
  expect(receipt?.number).toBe("履-2026-00002");
});

test("撤销 takes the latest report back", async () => {
  const [answer] = await city.person("王芳").says("撤销");
  expect(answer?.text).toContain("履-2026-00002");
  const [again] = await city.person("王芳").says("撤销");
  expect(again?.kind).toBe("report.refused");
});

test("a place with a wide blank in it, as a file may have brought it, is the same place", async () => {
  const weiguoliang = city.person("韦国良");
  await weiguoliang.says("昨天走访麦坪村5户");
  const [receipt] = await weiguoliang.says("对");
  await city.database.db.execute(sql`update duty_records set place = '麦' || chr(12288) || '坪村'
    where number = ${receipt?.number ?? ""}`);
  await weiguoliang.says("昨天走访麦坪村5户");
  expect((await weiguoliang.says("对"))[0]?.kind).toBe("sure.similar");
});

test("the same visit told again in other words is asked about, by what stands there", async () => {
  const weiguoliang = city.person("韦国良");
  for (const again of ["昨天慰问麦坪村五组5户困难群众", "昨天走访了5户"]) {
    await weiguoliang.says(again);
    const [asked] = await weiguoliang.says("对");
    expect([again, asked?.kind]).toEqual([again, "sure.similar"]);
    expect(asked?.text).toMatch(/履-2026-\d{5} 9月15日\(周二\) .*走访群众 5户/u);
    await weiguoliang.taps("不用了");
  }
});

test("another place, or other work at the same place, is nothing to be asked about", async () => {
  const weiguoliang = city.person("韦国良");
  for (const other of ["昨天走访石关村5户", "昨天在麦坪村接待选民4人"]) {
    await weiguoliang.says(other);
    expect((await weiguoliang.says("对"))[0]?.kind).toBe("report.filed");
  }
});
