import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A deputy of sixty types what the example begins with, and then the number in a message of its own.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

test("the number may come after, alone; what is no number is what it would be else", async () => {
  const deputy = city.person("陈建国");
  expect((await deputy.says("更正我的电话"))[0]?.kind).toBe("data.correction-empty");
  expect((await deputy.says("帮助"))[0]?.kind).toBe("help.menu");
  const [asked] = await deputy.says("139 0000 2222");
  expect(asked?.kind).toBe("data.correction-asked");
  expect(asked?.text).toContain("更正我的电话 139 0000 2222");
  expect((await deputy.says("13900002222"))[0]?.kind).not.toBe("data.correction-asked");
  await deputy.says("更正我的姓名");
  expect((await deputy.says("应为陈建果"))[0]?.text).toContain("更正我的姓名 应为陈建果");
});

test("ten minutes later a number alone means nothing of the kind", async () => {
  const deputy = city.person("王芳");
  await deputy.says("更正我的电话");
  city.now = new Date("2026-11-20T10:20:00+08:00");
  expect((await deputy.says("13900003333"))[0]?.kind).not.toBe("data.correction-asked");
});
