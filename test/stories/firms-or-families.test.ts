import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const says = async (said: string): Promise<string> => (await city.person("李明").says(said))[0]?.text ?? "";

test("家 of a visit to firms are firms: 不对,是8家 changes their number and adds no families", async () => {
  await says("昨天走访企业7家");
  const card = await says("不对,是8家");
  expect(card).toContain("8家");
  expect(card).not.toMatch(/7家|户/u);
});

test("家 of a visit to families are families", async () => {
  await says("昨天走访黄连村7户");
  const card = await says("说错了,是8家");
  expect(card).toContain("8户");
  expect(card).not.toMatch(/7户|家企业|8家/u);
});

test("the same holds once it is filed, by the words as by the number that was changed", async () => {
  await says("昨天走访黄连村7户");
  await says("对");
  expect(await says("不对,是8家")).toContain("8户");
  expect(await says("我的履职")).toContain("8户");
});
