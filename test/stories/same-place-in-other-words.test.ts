import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

// Two deputies tell of one visit, and one of them names the place in fewer words: it is asked whether it was the same
// before it is counted twice.
const { city, deputy, report } = reportingCity("吴红梅");
const other = () => city().person("周志强");
const tells = async (said: string) => {
  await other().says(said);
  return (await other().says("对")).at(-1);
};
const total = async (): Promise<string> =>
  (await city().person("赵勇").says("统计 东风镇 慰问 本月"))[0]?.text ?? "";

describe("with 吴红梅's 12 old people of 东风镇敬老院 on record,", () => {
  test.for([
    "9月13日去敬老院慰问老人12人",
    "前些天跟吴红梅去敬老院慰问老人,9月13日",
    "9月13日和吴红梅去敬老院慰问老人11人",
  ])("%s is asked about, and a yes makes it one occasion", async (said) => {
    const number = await report("9月13日去东风镇敬老院慰问,看了12个老人");
    const asked = await tells(said);
    expect(asked?.kind).toBe("sure.joined");
    expect(asked?.text).toContain(`跟吴红梅代表记的是同一次吗？\n${number}`);
    expect((await other().says("对"))[0]?.kind).toBe("report.filed");
    expect(await total()).toContain("1次(2条记录，2位代表)");
  });

  test("同一次 says so as well, and a tap on 不是,是另一次 files it apart", async () => {
    await report("9月13日去东风镇敬老院慰问,看了12个老人");
    await tells("9月13日去敬老院慰问老人12人");
    expect((await other().says("就是同一次"))[0]?.kind).toBe("report.filed");
    expect(await total()).toContain("1次(2条记录");
    await city().person("张伟").says("9月13日去敬老院慰问老人12人");
    expect((await city().person("张伟").says("对")).at(-1)?.kind).toBe("sure.joined");
    expect((await city().person("张伟").taps("不是,是另一次"))[0]?.kind).toBe("report.filed");
  });

  test("不用了 files nothing", async () => {
    await report("9月13日去东风镇敬老院慰问,看了12个老人");
    await tells("9月13日去敬老院慰问老人12人");
    await other().says("不用了");
    expect((await other().says("我的履职"))[0]?.text).toContain("还没有计入");
  });

  test.for([
    "9月12日去敬老院慰问老人12人",
    "9月13日去敬老院慰问老人15人",
    "9月13日去养老院慰问老人12人",
    "9月13日走访敬老院12人",
  ])("%s is another visit, and nothing is asked", async (said) => {
    await report("9月13日去东风镇敬老院慰问,看了12个老人");
    expect((await tells(said))?.kind).toBe("report.filed");
  });
});

test("一村 and 十一村 are two places", async () => {
  await report("昨天走访东风镇十一村8户");
  expect((await tells("昨天走访一村8户"))?.kind).toBe("report.filed");
  expect((await tells("昨天走访十一村9户"))?.kind).toBe("report.filed");
});

test("the same deputy is not asked about 一村 for 十一村 of the day", async () => {
  await report("昨天走访十一村8户");
  await deputy().says("昨天走访一村8户");
  expect((await deputy().says("对")).at(-1)?.kind).toBe("report.filed");
});
