import { sql } from "drizzle-orm";
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

let households = 1;
// 李明 is asked about what 刘敏 entered for him.
const entered = async (): Promise<string> => {
  city.now = new Date(city.now.getTime() + 60_000);
  households += 1;
  await city.person("刘敏").says(`代报 李明 9月${households}日走访平寨村${households}户`);
  const number = (await city.person("刘敏").says("对"))[0]?.number ?? "";
  await seen(() =>
    city
      .person("李明")
      .heard()
      .find((one) => one.kind === "report.entered" && one.text.includes(number)),
  );
  return number;
};
const stateOf = async (number: string) =>
  (
    await city.database.db.execute<{ state: string; spoken: boolean; counts: Record<string, number> }>(
      sql`select state, acknowledged_at is not null spoken, counts from duty_records where number = ${number}`,
    )
  )[0];

test.for(["对,没错", "对的对的", "是这么回事", "去了去了", "确实", "记得不错", "是的,有这回事"])(
  "%s says that what a clerk entered is right",
  async (said) => {
    const number = await entered();
    expect((await city.person("李明").says(said))[0]?.kind).toBe("share.acknowledged");
    expect(await stateOf(number)).toMatchObject({ state: "confirmed", spoken: true });
  },
);

test.for(["不对,那天我在医院", "哪有这事", "记错人了吧", "没有哦,那天我在贵阳", "不是的,我住院了"])(
  "%s says that it never was, and its words are no place",
  async (said) => {
    const number = await entered();
    expect((await city.person("李明").says(said))[0]?.kind).toBe("share.acknowledged");
    expect(await stateOf(number)).toMatchObject({ state: "withdrawn" });
  },
);

test("a yes with another number is a yes, and the number", async () => {
  const number = await entered();
  await city.person("李明").says("对的,有这事,不过是9户");
  expect(await stateOf(number)).toMatchObject({
    state: "confirmed",
    spoken: true,
    counts: { households: 9 },
  });
});

test("不对,是平寨村五组 puts it right and denies nothing", async () => {
  const number = await entered();
  await city.person("李明").says("不对,是平寨村五组");
  expect(await stateOf(number)).toMatchObject({ state: "confirmed", spoken: true });
});
