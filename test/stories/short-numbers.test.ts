import { beforeEach, describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { deputy, report } = reportingCity("李明");
const says = async (said: string) => (await deputy().says(said))[0];

describe("of two records the first is put right by the number that is said for short, and the other stays:", () => {
  let numbers: readonly string[] = [];
  beforeEach(async () => {
    numbers = [await report("9月12日走访平寨村7户"), await report("9月14日走访新场村8户")];
  });
  const shown = async (at: number): Promise<string> => (await says(numbers[at] ?? ""))?.text ?? "";

  test.for([
    "履00001改成5户",
    "履1改成5户",
    "履-00001 数量 5户",
    "履1号记录应该是5户",
    "第1号记录改成5户",
    "00001号改成5户",
    "00001那条改成5户",
    "编号00001的记录改成5户",
    "不对,履-2026-00001是5户",
    "把履00001改成5户",
    "刚看了一下,履00001应该是5户",
    "履1的户数错了,应该是5户",
    "改履1,5户",
  ])("%s", async (said) => {
    expect((await says(said))?.text).toContain(`已改好 ${numbers[0]}`);
    expect(await shown(0)).toContain("5户");
    expect(await shown(1)).toContain("8户");
  });

  test.for([
    ["履00001日期弄错了,应该是9月11号", "9月11日"],
    ["履1是9月11号的事", "9月11日"],
    ["履1的地点改成甘庄村", "甘庄村"],
  ] as const)("%s", async ([said, now]) => {
    expect((await says(said))?.text).toContain(`已改好 ${numbers[0]}`);
    expect(await shown(0)).toContain(now);
    expect(await shown(1)).toContain("9月14日");
  });

  test.for(["1号记录改成5户", "2号的记录改成5户"])(
    "%s may be of a day or a number: it is asked",
    async (said) => {
      expect((await says(said))?.kind).toBe("report.which");
      expect([await shown(0), await shown(1)].join()).not.toContain("5户");
    },
  );

  test("a number that is nobody's changes nothing", async () => {
    await says("履00009改成5户");
    expect([await shown(0), await shown(1)].join()).not.toContain("5户");
  });

  test("a number is taken back by it as well", async () => {
    expect((await says("撤销 履1"))?.text).toContain(numbers[0] ?? "none");
    expect(await shown(1)).toContain("8户");
  });

  test("while a card of another report is in view, it stays as it is", async () => {
    await says("昨天走访石头村4户");
    expect((await says("不对,履00001是5户"))?.text).toContain(`已改好 ${numbers[0]}`);
    expect((await says("对"))?.kind).toBe("report.filed");
  });
});
