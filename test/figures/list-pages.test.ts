import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { absentAgain } from "#test/support/absent-again.ts";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await absentAgain(city, "杨秀英", 7);
});
afterAll(() => city.close());

describe("下一页 under a list of", () => {
  test("absences is of the same people in the same stretch", async () => {
    const [first] = await city.person("孙丽").says("缺席 羊昌镇 杨秀英 二季度");
    expect(first?.text).toContain("缺席7人次(第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text).toContain("第2页");
    expect(second?.text.split("\n")[0]).toBe(first?.text.split("\n")[0]?.replace("第1页", "第2页"));
    const [back] = await city.person("孙丽").taps("上一页");
    expect(back?.text).toBe(first?.text);
  });

  test("those without a record is of the same stretch and township", async () => {
    const [first] = await city.person("孙丽").says("未报 2025年5月");
    expect(first?.text).toContain("第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text.split("\n")[0]).toBe(first?.text.split("\n")[0]?.replace("第1页", "第2页"));
    expect(second?.text).toContain("2025年5月");
    expect(second?.text.split("\n")[1]).not.toBe(first?.text.split("\n")[1]);
  });

  test("opinions that wait is of the same township and stretch", async () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      await city.person("王芳").says(`群众反映平寨村${nth}组路灯不亮`);
      await city.person("王芳").says("对");
    }
    await city.person("吴红梅").says("群众反映麦坪村垃圾没人清运");
    await city.person("吴红梅").says("对");
    const [first] = await city.person("孙丽").says("意见 待办 羊昌镇 本月");
    expect(first?.text).toContain("6条(第1页");
    const [second] = await city.person("孙丽").taps("下一页");
    expect(second?.text).toContain("6条(第2页");
    expect(second?.text).not.toContain("麦坪村");
  });
});
