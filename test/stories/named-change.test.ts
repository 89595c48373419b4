import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await files("李明", "9月15日走访黄连村3户");
  await files("李明", "9月12日在平寨村开院坝会,来了30人");
  await files("李明", "9月10日在联络站接待选民5人");
  await says("李明", "我的履职");
});
afterAll(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
const files = async (name: string, said: string): Promise<void> => {
  await says(name, said);
  await says(name, "对");
};
const countsOf = async (number: string): Promise<unknown> => {
  const [row] = await city.database.db.execute<{ counts: unknown }>(
    sql`select counts from duty_records where number = ${number}`,
  );
  return row?.counts;
};

describe("a record that is named first", () => {
  test.each([
    ["院坝会那次王芳也在", "履-2026-00002", "王芳"],
    ["黄连村那天杨秀英也去了", "履-2026-00001", "杨秀英"],
    ["9月10号那次,陈建国也在", "履-2026-00003", "陈建国"],
  ])("%s: %s is with %s too", async (said, number, name) => {
    const amended = await says("李明", said);
    expect(amended?.kind).toBe("report.amended");
    expect(amended?.text).toContain(number);
    expect(amended?.text).toContain(`同行：${name}`);
  });

  test.each([
    ["开院坝会那次来了35个人", "履-2026-00002", { persons: 35 }],
    ["12号的院坝会人数改36", "履-2026-00002", { persons: 36 }],
    ["9月15号那次其实走了8户", "履-2026-00001", { households: 8 }],
    ["接待那次一共7人", "履-2026-00003", { persons: 7 }],
    ["9月10号的接待人数改成9人", "履-2026-00003", { persons: 9 }],
  ])("%s: %s counts otherwise, and nothing new is begun", async (said, number, counts) => {
    const amended = await says("李明", said);
    expect(amended?.kind).toBe("report.amended");
    expect(amended?.text).toContain(number);
    expect(await countsOf(number)).toEqual(counts);
  });

  test("is put right while a card of another is open", async () => {
    await says("李明", "今天走访甘庄村4户");
    expect((await says("李明", "接待那次一共8人"))?.kind).toBe("report.amended");
    expect(await countsOf("履-2026-00003")).toEqual({ persons: 8 });
    await says("李明", "不记了");
  });

  test("that is verified is told so, and nothing new is begun", async () => {
    await says("刘敏", "核实 履-2026-00001");
    await says("李明", "我的履职");
    const refused = await says("李明", "9月15号那次其实走了9户");
    expect(refused?.kind).toBe("report.refused");
    expect(refused?.text).toContain("已经核实");
  });

  test("of which there is none: nothing is changed, and that is told", async () => {
    const answer = await says("李明", "慰问那次来了35个人");
    expect(answer?.text).toContain("没有找到这样的记录，什么都没改");
  });
});

test.each([
  "昨天走访甘庄村6户",
  "今天开院坝会来了35个人",
  "那天我去走访了3户",
  "中秋节那天走访3户",
  "9月2号那天接待选民4人",
  "前天那天去看了2户",
  "上次群众反映的那个问题还有3户没解决",
])("%s changes no record", async (said) => {
  expect((await says("王芳", said))?.kind).not.toMatch(/report\.(amended|which|refused)/u);
  await says("王芳", "不记了");
});
