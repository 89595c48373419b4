import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
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

const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const clerk = () => city.person("刘敏");

describe("a clerk who verified what should not have been", () => {
  test.each([
    (number: string) => `李明的${number}核实错了,取消核实`,
    (number: string) => `${number}核实错了`,
    (number: string) => `我点错了,${number}不该核实`,
    (number: string) => `撤销核实${number}`,
  ])("names it, and is asked before it goes back (%#)", async (words) => {
    const number = await report("李明", "昨天走访黄连村12户");
    await clerk().says(`核实 ${number}`);
    const [asked] = await clerk().says(words(number));
    expect(asked?.kind).toBe("sure.return");
    expect(asked?.text).toContain(number);
    expect((await clerk().taps("对,退回"))[0]?.kind).toBe("verify.returned");
  });

  test.each(["我刚才点错了，不该核实", "刚才那几条核实错了", "不好意思，点错了，取消核实"])(
    "says %s of what was verified just now, and is shown all of it",
    async (said) => {
      const numbers = [await report("李明", "昨天走访黄连村12户"), await report("王芳", "昨天走访平寨村5户")];
      await clerk().says("核实 全部");
      await clerk().taps("对,核实这2条");
      const [asked] = await clerk().says(said);
      expect(asked?.kind).toBe("sure.return-all");
      for (const number of numbers) expect(asked?.text).toContain(number);
    },
  );

  test("says it of nothing that was shown, and is asked which", async () => {
    expect((await clerk().says("刚才核实错了"))[0]?.kind).toBe("verify.refused");
  });

  test.each(["核实错了怎么办", "李明的记录是不是核实错了", "取消核实要什么理由"])(
    "asks %s, and nothing is sent back",
    async (said) => {
      await report("李明", "昨天走访黄连村12户");
      await clerk().says("核实 全部");
      await clerk().taps("对,核实这1条");
      expect((await clerk().says(said))[0]?.kind).not.toMatch(/^sure\.return/u);
    },
  );
});
