import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-09T15:00:00+08:00");
});
afterAll(() => city.close());
beforeEach(() => {
  city.now = new Date(city.now.getTime() + 60_000);
});

let homes = 2;
// 刘敏 enters so many visits for 李明 in one message, and he was told.
const enters = async (many: number): Promise<readonly string[]> => {
  const clerk = city.person("刘敏");
  const days = Array.from({ length: many }, () => {
    homes += 1;
    return `${8 + Math.floor(homes / 28)}月${1 + (homes % 28)}日走访黄连村${homes}户`;
  });
  await clerk.says(`代报 李明 ${days.join(";")}`);
  const receipt = (await clerk.says("对"))[0]?.text ?? "";
  const numbers = receipt.match(/履-2026-\d{5}/gu) ?? [];
  const last = numbers.at(-1) ?? "";
  await seen(() =>
    city
      .person("李明")
      .heard()
      .find((one) => one.kind === "report.entered" && one.text.includes(last)),
  );
  return numbers;
};
const says = async (said: string) => city.person("李明").says(said);
const standing = async (number: string) => {
  const rows = await city.database.db.execute<{ state: string; spoken: boolean }>(
    sql`select state, acknowledged_at is not null spoken from duty_records where number = ${number}`,
  );
  return rows[0];
};
const RIGHT = { state: "confirmed", spoken: true };
const VOID = { state: "withdrawn" };

test.for(["都不对", "一条都不对", "三条都不对", "全都记错了"])(
  "a deputy who says %s to two messages denies every record of both",
  async (said) => {
    const [one = ""] = await enters(1);
    const two = await enters(2);
    expect(two.length).toBe(2);
    expect((await says(said))[0]?.kind).toBe("share.acknowledged");
    for (const number of [one, ...two]) expect(await standing(number)).toMatchObject(VOID);
  },
);

test.for(["都对", "全部属实", "这几条都没错"])("a deputy who says %s agrees to every one", async (said) => {
  const [one = ""] = await enters(1);
  const two = await enters(2);
  await says(said);
  for (const number of [one, ...two]) expect(await standing(number)).toMatchObject(RIGHT);
});

test.for(["第一条对,第二条不对", "第二条不对,其他都对", "第一条对第二条不是我去的"])(
  "%s is a deputy's word on each of two records of one message",
  async (said) => {
    const [one = "", other = ""] = await enters(2);
    await says(said);
    expect(await standing(one)).toMatchObject(RIGHT);
    expect(await standing(other)).toMatchObject(VOID);
  },
);

test("by their numbers a deputy's word is on records of two messages", async () => {
  const [one = ""] = await enters(1);
  const [other = ""] = await enters(1);
  await says(`${one}不对,${other}对`);
  expect(await standing(one)).toMatchObject(VOID);
  expect(await standing(other)).toMatchObject(RIGHT);
});

test("which of two messages a place is of is not guessed: the deputy is told how to say it, and all wait", async () => {
  const [one = ""] = await enters(1);
  const [other = ""] = await enters(1);
  expect((await says("第一条对,第二条不对"))[0]?.kind).toBe("share.by-number");
  for (const number of [one, other])
    expect(await standing(number)).toEqual({ state: "confirmed", spoken: false });
  await says("都对");
});

test("都不对 of a deputy for whom nothing waits changes nothing", async () => {
  expect((await says("都不对"))[0]?.kind).toBe("help.chat");
});

test("a deputy who agrees and names a colleague has the colleague put on the record", async () => {
  const [number = ""] = await enters(1);
  await says("对,但是是和王芳一起的");
  expect(await standing(number)).toMatchObject(RIGHT);
  expect((await says(number))[0]?.text).toContain("王芳");
});
