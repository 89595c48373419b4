import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { tableOf } from "#test/support/table-of.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["王芳", "2026年5月10日走访黄连村4户"],
    ["王芳", "2026年11月10日走访黄连村4户"],
    ["李明", "2025年2月10日走访黄连村6户"],
    ["吴红梅", "2025年8月10日走访新堡村3户"],
  ]);
});
afterAll(() => city.close());

test("what has records of the year before alone stands where it belongs, and not at the end", async () => {
  const { sums } = await tableOf(city, "孙丽", "导出 今年");
  const named = (by: string) => sums.filter(([way]) => way === by).map(([, name]) => name);
  expect(named("月")).toEqual(["2026-02", "2026-05", "2026-08", "2026-11"]);
  expect(named("代表")).toEqual(["李明", "王芳", "吴红梅"]);
});
