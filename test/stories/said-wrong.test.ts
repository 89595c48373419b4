import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
const numbers: string[] = [];
beforeAll(async () => {
  warmReader();
  city = await openCity();
  for (const [name, said] of [
    ["李明", "9月14日走访黄连村12户"],
    ["李明", "9月15日在联络站接待选民3人"],
    ["王芳", "9月14日走访平寨村5户"],
  ] as const) {
    await city.person(name).says(said);
    numbers.push((await city.person(name).says("对"))[0]?.number ?? "");
  }
});
afterAll(() => city.close());

describe("a clerk who says what is wrong with a record that she names", () => {
  test.each([
    ["李明9月14日走访的户数写错了,应该是8户", "户数写错了,应该是8户"],
    ["把李明9月14号那条退回去,户数和王芳的对不上", "户数和王芳的对不上"],
    ["退回 李明 9月14日 户数不对", "户数不对"],
    ["李明代表走访那次数量不对", "数量不对"],
  ])("is shown it with the reason at %s", async (said, reason) => {
    const [asked] = await city.person("刘敏").says(said);
    expect(asked?.kind).toBe("sure.return-all");
    expect(asked?.text).toContain(numbers[0]);
    expect(asked?.text.normalize("NFKC")).toContain(reason);
    for (const number of numbers.slice(1)) expect(asked?.text).not.toContain(number);
    await city.person("刘敏").taps("不用了");
  });

  test.each([
    "李明9月14日走访的户数不对吗",
    "李明9月14日走访了8户,地点黄连村",
    "李明9月15日的会议没来,登记错了",
  ])("says nothing of the kind with %s", async (said) => {
    expect((await city.person("刘敏").says(said))[0]?.kind).not.toBe("sure.return-all");
    await city.person("刘敏").says("不记了");
  });
});
