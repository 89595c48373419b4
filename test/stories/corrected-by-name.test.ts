import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
let numbers: string[];
beforeEach(async () => {
  city = await openCity();
  numbers = [];
});
afterEach(() => city.close());

const files = async (...reports: readonly string[]): Promise<void> => {
  for (const said of reports) {
    await city.person("李明").says(said);
    numbers.push((await city.person("李明").says("对"))[0]?.number ?? "");
  }
};
const says = async (said: string) => (await city.person("李明").says(said))[0];
const record = async (at: number): Promise<string> => (await says(numbers[at] ?? ""))?.text ?? "";

describe("with a visit of the 12th and one of the 13th, which was filed last,", () => {
  beforeEach(() => files("9月12日走访黄连村7户", "9月13日走访平寨村8户"));

  test.for([
    ["12日那次不对,是9户", "9户"],
    ["把9月12日的改成9户", "9户"],
    ["12号走访的那条地点改成新场村", "新场村"],
    ["黄连村那条写错了,是9户", "9户"],
    ["改12日那条 户数 9户", "9户"],
    ["9月12日走访那次,户数错了,应该是9户", "9户"],
  ] as const)("%s changes that of the 12th and not the other", async ([said, now]) => {
    const before = await record(1);
    const answer = await says(said);
    expect(answer?.text).toContain(`已改好 ${numbers[0]}`);
    expect(await record(0)).toContain(now);
    expect(await record(1)).toBe(before);
  });

  test.for(["11日那次不对,是9户", "老王家那次不对,是9户", "第七条改成9户"])(
    "%s names none of them: nothing is changed, it is asked",
    async (said) => {
      const answer = await says(said);
      expect(answer?.kind).toBe("report.which");
      expect(answer?.text).toContain("什么都没改");
      expect([await record(0), await record(1)].join()).not.toContain("9户");
    },
  );

  test("what fits both is asked, and a tap changes the one", async () => {
    const answer = await says("走访那条改成9户");
    expect(answer?.kind).toBe("report.which");
    const [done] = await city.person("李明").taps(`改 ${numbers[0]}`);
    expect(done?.text).toContain(`已改好 ${numbers[0]}`);
    expect(await record(0)).toContain("9户");
    expect(await record(1)).not.toContain("9户");
  });

  test("第二条 is the second of the list that was shown last", async () => {
    await says("我的履职");
    const list = (await says("为什么"))?.text ?? "";
    const second = /履-\d+-\d+/gu.exec(list.split("\n")[2] ?? "")?.[0];
    expect((await says("第二条的户数改成4户"))?.text).toContain(`已改好 ${second}`);
    expect((await says("改 第一条 改成6户"))?.text).not.toContain(`已改好 ${second}`);
  });

  test("while a card of another day is in view, the record that is named is changed and the card is not", async () => {
    await says("昨天走访石头村5户");
    expect((await says("12日那次不对,是9户"))?.text).toContain(`已改好 ${numbers[0]}`);
    const receipt = await says("对");
    expect(receipt?.kind).toBe("report.filed");
    expect((await says(receipt?.number ?? ""))?.text).toContain("5户");
  });

  test("改户数 without a name still is of the last", async () => {
    expect((await says("改户数 9户"))?.text).toContain(`已改好 ${numbers[1]}`);
  });
});

test("a correction while it is asked whether a report stands already is of that report", async () => {
  await files("昨天走访黄连村3户", "9月13日视察平寨村卫生院");
  await says("昨天走访黄连村3户");
  const card = await says("错了,是16户");
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain("16户");
  expect(await record(0)).toContain("3户");
  expect(await record(1)).not.toContain("16户");
});

test("a correction that two records of one message can mean is asked", async () => {
  await says("昨天走访黄连村12户,接待选民3人");
  await says("对");
  const answer = await says("改时间 9月11日");
  expect(answer?.kind).toBe("report.which");
  const [, second = ""] = (answer?.text ?? "").match(/履-2026-\d+/gu) ?? [];
  expect((await city.person("李明").taps(`改 ${second}`))[0]?.text).toContain(`已改好 ${second}`);
  expect((await says("改户数 10户"))?.kind).toBe("report.amended");
});
