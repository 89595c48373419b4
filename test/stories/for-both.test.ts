import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());
const says = async (said: string) => (await city.person("刘敏").says(said))[0];
afterEach(async () => {
  await says("都不要了");
});

describe("what two deputies did together", () => {
  test.each([
    "替陈建国、杨秀英两位代表报一个:11月30号一起去马场村走访了两户困难户",
    "再替陈建国和杨秀英报:11月30号一起去马场村走访2户",
    "代报 陈建国、杨秀英 11月30号一道走访马场村2户",
    "帮陈建国代表跟杨秀英代表登记一下,11月30号一起在马场村走访2户",
  ])("%s is the first one's, with the other named in it, and the card says so", async (words) => {
    const card = await says(words);
    expect(card?.kind).toBe("report.card");
    expect(card?.text).toContain("替陈建国代表记");
    expect(card?.text).toMatch(/11月30日\(周一\)，马场村，2户，同行：杨秀英/u);
  });

  test("filed once, and each is asked", async () => {
    await says("替陈建国、杨秀英两位代表报一个:11月29号一起去马场村走访3户");
    const number = (await says("对"))?.number ?? "";
    await city.person("陈建国").taps("对");
    expect((await city.person("陈建国").says(number))[0]?.text).toContain("同行：杨秀英");
    const asked = city.person("杨秀英").heard().at(-1);
    expect(asked?.kind).toBe("report.companion");
    expect(asked?.text).toContain("11月29日");
  });

  test.each(["替李明、王芳分别报一下:昨天走访2户、3户", "李明昨天走访2户,王芳昨天接待3人"])(
    "%s is no deed of both",
    async (words) => {
      expect((await says(words))?.text ?? "").not.toContain("同行");
    },
  );
});

describe("a name that is on no roster", () => {
  test.each([
    "再替罗文君报:前天在镇政府接待了3个选民",
    "还要帮罗文君代表记一下,前天在镇政府接待3人",
    "代报 罗文君 前天在镇政府接待3人",
  ])("%s: the one that is nearest is offered alone", async (words) => {
    const asked = await says(words);
    expect(asked?.kind).toBe("report.whose");
    expect(asked?.text).toContain("名单里没有“罗文君”这位代表");
    expect(asked?.choices?.map(({ label }) => label)).toEqual(["罗文军", "不记了"]);
    expect((await city.person("刘敏").taps("罗文军"))[0]?.text).toContain("替罗文军代表记");
  });

  test("and what was told for that name is put aside, filed or not", async () => {
    await says("再替罗文君报:前天在镇政府接待了3个选民");
    expect((await says("刚才替罗文君报的那条搞错人了,不要了"))?.kind).toBe("report.dropped");
    expect((await says("对"))?.kind).not.toBe("report.filed");
  });
});

describe("what a clerk wrote down is taken back by the deputy's name", () => {
  test.each([
    "王芳那条不对,撤掉",
    "王芳昨天那条走访记错了,删掉吧",
    "把替王芳记的那条撤销",
    "王芳走访那条作废",
  ])("%s", async (words) => {
    await says("代报 王芳 昨天走访平寨村6户");
    const number = (await says("对"))?.number ?? "";
    const asked = await says(words);
    expect(asked?.kind).toBe("report.which");
    expect(asked?.text).toContain(number);
    expect((await city.person("刘敏").taps(`撤销 ${number}`))[0]?.text).toContain("已撤销您替王芳代表记的");
  });

  test("and what nobody entered is not, which is said", async () => {
    expect((await says("罗文军那条不对,撤掉"))?.text).toContain("没有还在等回话的");
    await city.person("李明").says("昨天走访黄连村3户");
    const own = (await city.person("李明").says("对"))[0]?.number ?? "";
    expect((await says("李明那条不对,撤掉"))?.text).toContain("请退回");
    expect((await city.person("李明").says(own))[0]?.text).not.toContain("已撤销");
  });
});
