import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  for (const [name, said] of [
    ["李明", "昨天走访黄连村12户"],
    ["王芳", "昨天走访平寨村5户"],
  ] as const) {
    await city.person(name).says(said);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

describe("a clerk who wants all verified", () => {
  test.each([
    "核实全部",
    "核实所有",
    "核实所有的记录",
    "核实全部待核实的",
    "年底了，把今年的都核实了吧",
    "都没问题，把本月的都核实",
    "请把今年的都核实了",
  ])("is shown what waits at %s, and nothing is verified yet", async (said) => {
    const [card] = await city.person("刘敏").says(said);
    expect(card?.kind).toBe("sure.verify");
    expect(card?.text).toContain("待核实2条");
    await city.person("刘敏").taps("不用了");
  });

  test("with a name is shown that deputy's", async () => {
    const [card] = await city.person("刘敏").says("核实全部李明本月的记录");
    expect(card?.text).toContain("李明");
    expect(card?.text).not.toContain("王芳");
    await city.person("刘敏").taps("不用了");
  });

  test.each(["除了李明，把其他的都核实了", "除了李明的其他都属实", "除了履-2026-00001，其余的都核实"])(
    "is shown all but what is left out at %s",
    async (said) => {
      const [card] = await city.person("刘敏").says(said);
      expect(card?.kind).toBe("sure.verify");
      expect(card?.text).toContain("待核实1条");
      expect(card?.text).toContain("王芳");
      await city.person("刘敏").taps("不用了");
    },
  );

  test("who leaves two of them out is shown the rest", async () => {
    await city.person("刘敏").says("核实 全部");
    const [none] = await city.person("刘敏").says("除了第一条和第二条，其他都核实");
    for (const name of ["李明", "王芳"]) expect(none?.text).not.toContain(name);
    await city.person("刘敏").says("核实 全部");
    const [also] = await city.person("刘敏").says("除了李明和王芳，其他都核实");
    for (const name of ["12户", "5户"]) expect(also?.text).not.toContain(name);
    await city.person("刘敏").says("不用了");
  });

  test.each([
    "除了第一条和第九条，其他都核实",
    "除了李明和张三，其他都核实",
    "除了张三，其他都核实",
    "除了李明的慰问，其他都核实",
  ])("is asked which at %s, and nothing that was to be left out is shown for a yes", async (said) => {
    await city.person("刘敏").says("核实 全部");
    expect((await city.person("刘敏").says(said))[0]?.kind).toBe("verify.refused");
    await city.person("刘敏").says("都不要了");
  });

  test.each(["剩下的也核实", "其余的都核实了吧", "那剩下的几条也都属实"])(
    "is shown what is left at %s",
    async (said) => {
      const [card] = await city.person("刘敏").says(said);
      expect(card?.text).toContain("待核实2条");
      await city.person("刘敏").taps("不用了");
    },
  );

  test.each(["核实全部了吗", "今年的都核实了吗", "剩下的核实了吗"])(
    "is not shown a card of all of them at %s",
    async (said) => {
      const [answer] = await city.person("刘敏").says(said);
      expect(answer?.kind).not.toBe("sure.verify");
    },
  );
});
