import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

let households = 3;
// 罗文军 is asked whether he was there as well.
const asked = async (): Promise<void> => {
  households += 1;
  await city.person("李明").says(`9月${households}日和罗文军走访平寨村${households}户`);
  const number = (await city.person("李明").says("对"))[0]?.number ?? "";
  await seen(() =>
    city
      .person("罗文军")
      .heard()
      .find((one) => one.kind === "report.companion" && one.text.includes(number)),
  );
};
const answerOf = async (said: string) => (await city.person("罗文军").says(said))[0]?.kind;

test.for(["不是我,我那天在贵阳开会", "没有,我没去", "没去,那天生病", "不是我,是陈建国", "我不在,去省里了"])(
  "%s refuses, and says why",
  async (said) => {
    await asked();
    expect(await answerOf(said)).toBe("share.declined");
    city.now = new Date(city.now.getTime() + 60_000);
  },
);

test.for(["没去5户,是3户", "我没去平寨村,是龙井村", "上午我没去,下午我也去了"])(
  "%s is no refusal",
  async (said) => {
    await asked();
    expect(await answerOf(said)).not.toBe("share.declined");
  },
);
