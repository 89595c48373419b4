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

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
const told = (name: string, kind: string, words: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind && one.text.includes(words))?.text,
  );
const countsOf = async (number: string): Promise<unknown> => {
  const [row] = await city.database.db.execute<{ counts: unknown }>(
    sql`select counts from duty_records where number = ${number}`,
  );
  return row?.counts;
};

test("who is asked about what a clerk entered sees whom it names besides", async () => {
  await says("刘敏", "代报 罗文军 昨天和杨秀英在黄连村调解1起纠纷");
  const number = (await says("刘敏", "对"))?.number ?? "";
  expect(await told("罗文军", "report.entered", number)).toContain("同行：杨秀英");
});

test("the clerk hears what the deputy made of what she entered", async () => {
  await says("刘敏", "代报 陈建国 昨天走访黄连村8户");
  const number = (await says("刘敏", "对"))?.number ?? "";
  await told("陈建国", "report.entered", number);
  city.now = new Date(city.now.getTime() + 60_000);
  expect((await says("陈建国", "不是8户,是6户"))?.kind).toBe("report.amended");
  const word = await told("刘敏", "share.entered-changed", number);
  expect(word).toMatch(/原来：.*黄连村 8户\n现在：.*黄连村 6户/);
  expect(word).toContain("算本人已确认");
});

test("who is named in it is asked once, with what it says now", async () => {
  await says("刘敏", "代报 陈建国 前天和王芳走访马场村5户");
  const number = (await says("刘敏", "对"))?.number ?? "";
  await told("陈建国", "report.entered", number);
  city.now = new Date(city.now.getTime() + 60_000);
  await says("陈建国", `改 ${number} 地点 甘庄村`);
  expect(await told("王芳", "report.companion", number)).toContain("甘庄村");
  const asked = city.person("王芳").heard();
  expect(asked.filter((one) => one.kind === "report.companion" && one.text.includes(number))).toHaveLength(1);
});

test("what a deputy filed himself and puts right is told to no clerk", async () => {
  await says("王芳", "昨天走访黄连村3户");
  await says("王芳", "对");
  await says("王芳", "不对,是4户");
  const words = city.person("刘敏").heard();
  expect(words.filter((one) => one.kind === "share.entered-changed" && one.text.includes("王芳"))).toEqual(
    [],
  );
});

test.for(["8户", "改成9户", "户数是10户"])(
  "改 and the number of a record with %s changes it",
  async (said) => {
    await says("李明", `9月${said.length}日走访平寨村${said.length}户`);
    const number = (await says("李明", "对"))?.number ?? "";
    expect((await says("李明", `改 ${number} ${said}`))?.kind).toBe("report.amended");
    expect(await countsOf(number)).toEqual({ households: Number(/\d+/u.exec(said)?.[0]) });
  },
);

test("a clerk's 改成8户 is sent whole to who has to change it", async () => {
  await says("李明", "昨天走访黄连村3户");
  const number = (await says("李明", "对"))?.number ?? "";
  expect((await says("刘敏", `${number} 改成8户`))?.text).toContain("理由：请改成8户");
  await says("刘敏", "不用了");
});
