import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

/** 王芳 says that she was there as well; returns the number of her share. */
async function share(): Promise<string> {
  await city.person("李明").says("昨天和王芳走访黄连村12户");
  await city.person("李明").says("对");
  await seen(() =>
    city
      .person("王芳")
      .heard()
      .find((one) => one.kind === "report.companion"),
  );
  const [given] = await city.person("王芳").taps("对,我也在");
  expect(given?.kind).toBe("share.given");
  return given?.number ?? "";
}

test("撤销 after a yes to a colleague takes one's own share back, and the colleague's record stands", async () => {
  const number = await share();
  const [gone] = await city.person("王芳").says("撤销");
  expect(gone?.kind).toBe("report.withdrawn");
  expect(gone?.text).toContain(number);
  expect((await city.person("王芳").says("我的履职"))[0]?.text).toContain("还没有计入的履职");
  expect((await city.person("李明").says("我的履职"))[0]?.text).toContain("12户");
});

test.for(["改户数 10户", "不对,我去的是10户"])("%s after such a yes is of one's own share", async (said) => {
  const number = await share();
  const [amended] = await city.person("王芳").says(said);
  expect(amended?.kind).toBe("report.amended");
  expect(amended?.text).toContain(number);
  expect(amended?.text).toContain("10户");
});
