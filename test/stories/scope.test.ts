import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { addOtherDistrict } from "#test/support/other-district.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.person("居民").says("黄连村二组路灯坏了三天");
  await city.person("居民").says("对");
  await city.person("居民").says("公交车太少了");
  await city.person("居民").says("对");
  await city.person("李明").says("反馈 字太小了");
  await city.person("居民").says("反馈 看不懂");
});
afterAll(() => city.close());

const heard = async (name: string, said: string): Promise<string> =>
  (await city.person(name).says(said)).map((one) => one.text).join("\n");

test("a resident's opinion goes to the township of the place it is about", async () => {
  expect(await heard("刘敏", "意见 待办")).toMatch(/路灯(?!.*公交)/su);
  expect(await heard("赵勇", "意见 待办")).toContain("没有待办的群众意见");
});

test("the one district's office sees all that was said", async () => {
  expect(await heard("孙丽", "意见 待办")).toMatch(/路灯.*公交/su);
  expect(await heard("孙丽", "反馈")).toMatch(/看不懂.*字太小/su);
  expect(await heard("孙丽", "待办")).toMatch(/群众意见2条.*对助手的反馈2条/su);
});

describe("with two districts on file", () => {
  beforeAll(() => addOtherDistrict(city.database.db));

  test("the other office sees nothing of what was said here, not even what names no place", async () => {
    expect(await heard("周燕", "意见 待办")).toContain("没有待办的群众意见");
    expect(await heard("周燕", "反馈")).toContain("没有待看的反馈");
    expect(await heard("周燕", "待办")).toContain("眼下没有要您办的事");
  });

  test("and puts nothing of it aside; this one's office does", async () => {
    expect(await heard("周燕", "反馈 办结 1")).toContain("没有编号1");
    expect(await heard("孙丽", "反馈")).toMatch(/1\. 李明/u);
    expect(await heard("孙丽", "反馈 办结 1")).toContain("已办结");
  });
});
