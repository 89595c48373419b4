import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-09T15:00:00+08:00");
});
afterAll(() => city.close());
const says = async (said: string) => (await city.person("刘敏").says(said))[0];
afterEach(async () => {
  await says("不记了");
});

let homes = 2;
// No two are of one day.
const begun = async (): Promise<string> => {
  homes += 1;
  await says(`代报 陈建国 11月${homes}日走访马场村${homes}户`);
  return `${homes}户`;
};

test.for(["改数量 9户", "地点是龙里村", "是9户"])(
  "after %s the card of the clerk still says for which deputy it is",
  async (said) => {
    await begun();
    expect((await says(said))?.text).toContain("替陈建国代表记");
    expect((await says("看卡片"))?.text).toContain("替陈建国代表记");
  },
);

test.for([
  "不是陈建国,是王芳",
  "是王芳的",
  "改代表 王芳",
  "弄错人了,是王芳",
  "人错了,应该是王芳",
  "应该是王芳代表",
  "记在王芳名下",
  "陈建国没去,是王芳去的",
  "换成王芳",
  "不是他,是王芳",
  "代表应该是王芳",
  "不对,是王芳代表走访的",
])("a clerk who says %s makes the card that of the other deputy, and nobody goes along", async (said) => {
  const amount = await begun();
  const card = await says(said);
  expect(card?.text).toContain("替王芳代表记");
  expect(card?.text).toContain(amount);
  expect(card?.text).not.toContain("同行");
  const receipt = await says("对");
  expect(receipt?.text).toContain("王芳");
  const number = receipt?.number ?? "";
  expect((await says(number))?.text).toContain("王芳");
  await says(`撤销 ${number}`);
});

test("a deputy who is not on the clerk's roster is not put on the card, and the clerk is asked", async () => {
  await begun();
  const asked = await says("不是陈建国,是马冬梅");
  expect(asked?.kind).toBe("report.whose");
  expect(asked?.text).toContain("名单里没有");
  expect((await says("王芳"))?.text).toContain("替王芳代表记");
});

test.for(["同行是王芳", "还有王芳", "和王芳一起去的", "王芳也去了", "改同行 王芳"])(
  "%s names who went along, and the card stays that of the deputy",
  async (said) => {
    await begun();
    const card = await says(said);
    expect(card?.text).toContain("替陈建国代表记");
    expect(card?.text).toMatch(/同行[:：]王芳/u);
  },
);
