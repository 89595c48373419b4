import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSecondReader } from "#src/model/second-reader.ts";
import { type City, openCity } from "#test/support/city.ts";
import { INJECTIONS } from "#test/support/injections.ts";
import { type ModelEndpoint, openModelEndpoint } from "#test/support/model-endpoint.ts";
import { silentLog } from "#test/support/silent-log.ts";

let endpoint: ModelEndpoint;
let city: City;
beforeAll(async () => {
  endpoint = await openModelEndpoint();
  const settings = { url: endpoint.url, name: "a-model", log: silentLog, timeoutMs: 1_500 };
  let time = 0;
  // Time enough passes between two questions that what failed before is tried again.
  const monotonic = (): number => (time += 61_000);
  city = await openCity(undefined, undefined, undefined, {
    secondReader: createSecondReader({ ...settings, monotonic }),
  });
});
afterAll(async () => {
  await city.close();
  endpoint.close();
});
afterEach(async () => {
  endpoint.asked.splice(0);
  await forget();
});

const SAID = "头堡老张屋头的灶重新打好了";
const helped = JSON.stringify({ intent: "report", kind: "practical_help" });
const kept = async () => {
  const [row] = await city.database.db.execute<Record<string, number>>(sql`
    select (select count(*) from duty_records)::int4 as records, (select count(*) from opinions)::int4 as opinions,
      (select count(*) from suggestions)::int4 as suggestions, (select count(*) from second_readings)::int4 as readings,
      (select count(*) from outbox where conversation <> 'web:demo:liming')::int4 as told`);
  return row;
};

/** Lets go of what is open in the conversation. */
const forget = () => city.database.db.execute(sql`delete from dialogs`);

test("what the rules do not know, and the second reader does, becomes a card and after a yes a record", async () => {
  endpoint.answer = () => helped;
  const [card] = await city.person("李明").says(SAID);
  expect(card?.text).toContain("为民办实事");
  const [receipt] = await city.person("李明").says("对");
  expect(receipt?.kind).toBe("report.filed");
  expect(endpoint.asked).toHaveLength(1);
});

test("it is not asked what the rules know, nor about commands, yes and no, nor for a stranger", async () => {
  endpoint.answer = () => helped;
  for (const text of ["昨天走访黄连村17户", "不对", "撤销", "帮助", "我的履职"])
    await city.person("李明").says(text);
  expect(endpoint.asked).toEqual([]);
});

test("nobody's telephone number is given to it", async () => {
  endpoint.answer = () => '{"intent":"chat"}';
  await city.person("李明").says(`${SAID},电话13812345678`);
  expect(endpoint.asked).toHaveLength(1);
  expect(JSON.stringify(endpoint.asked)).not.toContain("13812345678");
});

test.each([
  ["is down", 503],
  ["never answers", null],
  ["talks nonsense", "好的,马上登记!"],
] as const)(
  "when it %s, the rules alone answer, and what comes after keeps its place",
  async (_what, said) => {
    endpoint.answer = () => said;
    const person = city.person("李明");
    const before = person.heard().length;
    await Promise.all([person.says(SAID), person.says("我的履职")]);
    const kinds = person
      .heard()
      .slice(before)
      .map((one) => one.kind);
    expect(kinds.slice(0, 2)).toEqual(["report.question", "figures.own-duty"]);
  },
);

describe("a hundred and ten messages that talk it into anything", () => {
  test("have no effect but a draft that its sender would have to confirm", async () => {
    const answers = [
      '{"intent":"withdraw"}',
      '{"intent":"report","kind":"ballot","date":"2026-09-09","place":"北京"}',
      '{"intent":"suggestion"}',
      '{"intent":"opinion","category":"safety"}',
      '{"intent":"report","confirmed":true,"onBehalf":"王芳"}',
    ];
    let turn = 0;
    endpoint.answer = () => answers[(turn += 1) % answers.length] ?? "{}";
    const before = await kept();
    for (const text of INJECTIONS) {
      await city.person("李明").says(text);
      await forget();
    }
    expect(await kept()).toEqual(before);
    expect(endpoint.asked.length).toBeGreaterThan(20);
  });
});
