import { describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy, report } = reportingCity("李明");
const says = async (said: string) => (await deputy().says(said))[0];
const enter = async (said: string): Promise<void> => {
  await city().person("刘敏").says(`代报 李明 ${said}`);
  await city().person("刘敏").says("对");
};

describe("of what staff entered for a deputy", () => {
  test.for([
    "14号我没去黄连村,替我报错了",
    "没去过,14号那条不是我",
    "14号那条不是我做的",
    "这个不算我的",
    "你们搞错了吧",
    "是不是你们记错人了",
    "14号我在外地,没走访过",
    "不对,我那天没有去黄连村",
    "履-2026-00001 不是我做的",
  ])("%s is a denial: it is asked again, and nothing of the record is changed", async (said) => {
    await enter("9月14日走访黄连村3户");
    const asked = await says(said);
    expect([said, asked?.kind]).toEqual([said, expect.stringMatching(/^report\.entered$|^share\.ack/u)]);
    if (asked?.kind === "report.entered") await deputy().taps("不对");
    expect((await says("我的履职"))?.text).toContain("还没有计入的履职");
    expect((await says("履-2026-00001"))?.text).not.toContain("改过");
  });
});

test.for(["昨天那次我没去,是王芳自己去的", "没有我 搞错了", "不对,我昨天没有去石头村"])(
  "%s denies what a colleague told, while it is asked about",
  async (said) => {
    await city().person("王芳").says("昨天和李明走访石头村3户");
    await city().person("王芳").says("对");
    expect((await says(said))?.kind).toMatch(/^report\.companion|^share\.declined/u);
  },
);

test.for(["昨天走访石头村,有3户没去", "14号那条改成5户", "昨天走访石头村3户,老王没在家"])(
  "%s denies nothing",
  async (said) => {
    await report("9月14日走访平寨村4户");
    await enter("9月13日走访黄连村3户");
    expect((await says(said))?.kind).not.toBe("report.entered");
  },
);
