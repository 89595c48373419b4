import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
const says = async (said: string) => (await city.person("李明").says(said))[0];
const filed = async () => {
  const [row] = await city.database.db.execute<{ place: string | null; counts: unknown; number: string }>(
    sql`select number, place, counts from duty_records order by id desc limit 1`,
  );
  return row;
};

// A card of days ago is open, and something else was filed just now: the card came back behind the receipt.
beforeEach(async () => {
  city = await openCity();
  await says("9月1日走访黄连村3户");
  await says("昨天在联络站接待选民5人");
  const answers = await city.person("李明").says("对");
  expect(answers.map((one) => one.kind)).toEqual(["report.filed", "report.card"]);
});
afterEach(() => city.close());

test.each(["改地点 平寨村", "地点不对,是平寨村", "不对,是在平寨村"])(
  "%s is asked about: neither is changed",
  async (said) => {
    const asked = await says(said);
    expect(asked?.kind).toBe("open.which-last");
    expect(asked?.choices.map((one) => one.label)).toEqual(["改 履-2026-00001", "改没确认的"]);
    expect(await filed()).toMatchObject({ place: "联络站" });
    const [amended] = await city.person("李明").taps("改 履-2026-00001");
    expect(amended?.kind).toBe("report.amended");
    expect(await filed()).toMatchObject({ place: "平寨村" });
  },
);

test("a tap on the other changes the card, and the record stays", async () => {
  await says("改地点 平寨村");
  const [card] = await city.person("李明").taps("改没确认的");
  expect(card?.text).toContain("9月1日(周二)，平寨村，3户");
  expect(await filed()).toMatchObject({ place: "联络站" });
});

test("the next correction is asked about as well, and never made of the card unasked", async () => {
  await says("改地点 平寨村");
  await city.person("李明").taps("改 履-2026-00001");
  const next = await says("改时间 前天");
  expect(next?.kind).toBe("open.which-last");
});

test("what only the record counts is of the record", async () => {
  expect((await says("不对,是6人"))?.kind).toBe("report.amended");
  expect(await filed()).toMatchObject({ counts: { persons: 6 } });
});

test("after something else was said, a correction is of the card in view", async () => {
  await says("看卡片");
  const card = await says("改地点 平寨村");
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain("平寨村，3户");
});
