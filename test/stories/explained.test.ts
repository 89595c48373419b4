import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimReturned } from "#db/queries/returned.ts";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(() => {
  warmReader();
});
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const li = () => city.person("李明");
const clerk = () => city.person("刘敏");
const returned = async (said: string): Promise<string> => {
  await li().says(said);
  const number = (await li().says("对"))[0]?.number ?? "";
  await clerk().says(`退回 ${number} 时间写的不清楚`);
  await clerk().taps("对,退回");
  return number;
};

describe("a record that was sent back", () => {
  test.each([
    () => "退回的那条,当时是下午去的,有照片",
    () => "退回来的那条我说明一下:是和村支书一起去的",
    () => "被退回的那条走访,户主当时都签了字的",
    (number: string) => `说明 ${number} 当时是下午去的`,
    (number: string) => `${number}情况说明:当时是下午去的`,
    (number: string) => `说明 ${number} 看的是张老汉家`,
    () => "照片补上了,重新审一下",
    () => "补上去了,请再核实一下",
  ])("goes back to staff with what its deputy says of it, once it was shown (%#)", async (words) => {
    const number = await returned("昨天走访黄连村12户");
    const [asked] = await li().says(words(number));
    expect(asked?.kind).toBe("sure.explain");
    for (const piece of [number, "时间写的不清楚"]) expect(asked?.text).toContain(piece);
    expect((await li().taps("对,交回"))[0]?.kind).toBe("reopen.explained");
    const told = clerk().heard().at(-1);
    expect(told?.kind).toBe("reopen.told");
    for (const piece of [number, "李明", "时间写的不清楚"]) expect(told?.text).toContain(piece);
    expect((await clerk().says("核实 全部"))[0]?.text).toContain(number);
    await clerk().taps("不用了");
    expect((await clerk().says(number))[0]?.text).toContain("本人说明");
  });

  test.each(["重新交", "再交上去"])("goes back at %s without a word of its deputy's", async (words) => {
    const number = await returned("昨天走访黄连村12户");
    const [asked] = await li().says(words);
    expect(asked?.text).not.toContain("您的说明");
    expect((await li().taps("对,交回"))[0]?.kind).toBe("reopen.explained");
    expect(clerk().heard().at(-1)?.text).toContain("本人说改好了，请再看");
    expect((await clerk().says(number))[0]?.text).toContain("退回后本人又交来了");
  });

  test("is one of two, which is asked", async () => {
    const [one, other] = [await returned("昨天走访黄连村12户"), await returned("前天接待选民3人")];
    const [asked] = await li().says("退回的那条,当时是下午去的,有照片");
    expect(asked?.kind).toBe("reopen.which");
    for (const number of [one, other]) expect(asked?.text).toContain(number);
    expect((await li().taps(`说明 ${one}`))[0]?.text).toContain(one);
    await li().taps("对,交回");
    expect((await li().says(other))[0]?.text).toContain("已退回");
  });

  test("is one of two that are locked in the order in which all lock them, and shown with the newest first", async () => {
    const older = await returned("昨天走访黄连村12户");
    const newer = await returned("前天接待选民3人");
    const { db } = city.database;
    const [row] = await db.execute<{ person: string }>(sql`
      select person_id::text person from duty_records where number = ${newer}`);
    const lock = (number: string) =>
      sql`select 1 from duty_records where number = ${number} for update nowait`;
    let claimed: Promise<readonly { readonly number: string }[]> = Promise.resolve([]);
    await db.transaction(async (tx) => {
      await tx.execute(lock(older));
      claimed = db.transaction((other) => claimReturned(other, Number(row?.person)));
      await sleep(500);
      await tx.execute(lock(newer));
    });
    expect((await claimed).map((one) => one.number)).toEqual([newer, older]);
  });

  test.each([
    "退回的那条怎么改",
    "退回的那条改成8户",
    "退回的那条不要了",
    "退回的那条应该是8户",
    "被退回的有多少条",
    "被退回的都有哪些",
    "我被退回的有几条",
    "退回的记录今年有几条",
    "退回的记录给我看看",
  ])("is not explained by %s", async (said) => {
    await returned("昨天走访黄连村12户");
    expect((await li().says(said))[0]?.kind).not.toBe("sure.explain");
  });

  test("that staff entered has been spoken on, and asks whom it names", async () => {
    await clerk().says("代报 李明 昨天和王芳走访黄连村12户");
    const number = (await clerk().says("对"))[0]?.number ?? "";
    await clerk().says(`退回 ${number} 时间写的不清楚`);
    await clerk().taps("对,退回");
    await li().says(`说明 ${number} 当时是下午去的`);
    await li().taps("对,交回");
    const [row] = await city.database.db.execute<{ spoken: boolean }>(
      sql`select acknowledged_at is not null spoken from duty_records where number = ${number}`,
    );
    expect(row?.spoken).toBe(true);
    const asked = city
      .person("王芳")
      .heard()
      .filter((one) => one.kind === "report.companion");
    expect(asked).toHaveLength(1);
    for (const piece of [number, "黄连村", "12户"]) expect(asked[0]?.text).toContain(piece);
  });

  test("stands again for whoever has a share of it, too", async () => {
    await li().says("昨天和王芳走访黄连村12户");
    const number = (await li().says("对"))[0]?.number ?? "";
    await city.person("王芳").taps("对,我也在");
    await clerk().says(`退回 ${number} 时间写的不清楚`);
    await clerk().taps("对,退回");
    await li().says(`说明 ${number} 当时是下午去的`);
    await li().taps("对,交回");
    const moved = city
      .person("王芳")
      .heard()
      .filter((one) => one.kind === "share.origin-moved");
    expect(moved.at(-1)?.text).toContain(`${number}恢复了`);
  });

  test("is no other one, and none that stands", async () => {
    await li().says("昨天走访黄连村12户");
    const number = (await li().says("对"))[0]?.number ?? "";
    expect((await li().says(`说明 ${number} 当时是下午去的`))[0]?.kind).toBe("report.refused");
    const back = await returned("前天接待选民3人");
    expect((await city.person("王芳").says(`说明 ${back} 当时是下午去的`))[0]?.kind).toBe("report.refused");
  });
});
