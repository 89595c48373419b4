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

const submit = async (name: string, said: string) => {
  const [card] = await city.person(name).says(said);
  expect(card?.kind).toBe("case.suggestion-card");
  return (await city.person(name).taps("对,提交"))[0];
};
const duty = async (name: string): Promise<string> =>
  (await city.person(name).says("我的履职"))[0]?.text ?? "";

const ROAD = "我想提个建议:关于加快羊昌镇到黄连村公路硬化";

describe("a deputy who hands in what he has handed in already", () => {
  test.each([
    "提交建议 关于加快羊昌镇到黄连村公路硬化",
    ROAD,
    "提个建议:加快羊昌镇到黄连村的公路硬化",
    "我想提个建议，关于加快羊昌镇到黄连村公路硬化的建议",
  ])("is asked at %s, and one stands", async (again) => {
    await submit("李明", ROAD);
    const asked = await submit("李明", again);
    expect(asked?.kind).toBe("sure.submit-again");
    expect(asked?.text).toContain("建-2026-001");
    expect(asked?.text).toContain("还要再提一件吗？");
    const [left] = await city.person("李明").taps("不用了");
    expect(left?.text).toContain("没有再提");
    expect(await duty("李明")).toContain("提出建议1次");
  });

  test.each([
    "同一件",
    "已经提过了",
    "是的，提过了，不用了",
    "重复了",
    "不用再提了",
    "不再提了",
    "那件",
    "算了",
  ])("says %s, and nothing is handed in again", async (said) => {
    await submit("李明", ROAD);
    await submit("李明", ROAD);
    expect((await city.person("李明").says(said))[0]?.kind).toBe("sure.dropped");
    expect(await duty("李明")).toContain("提出建议1次");
  });

  test.each(["是另一件", "不是同一件", "再提一件", "还要提", "要", "对"])(
    "says %s, and it is one more, asked about no more",
    async (said) => {
      await submit("李明", ROAD);
      await submit("李明", ROAD);
      const [done] = await city.person("李明").says(said);
      expect(done?.number).toBe("建-2026-002");
      expect(await duty("李明")).toContain("提出建议2次");
    },
  );

  test("keeps the photos that lay with it for what he says next", async () => {
    await submit("李明", ROAD);
    await city.person("李明").shows(2, ROAD);
    expect((await city.person("李明").taps("对,提交"))[0]?.kind).toBe("sure.submit-again");
    expect((await city.person("李明").taps("不用了"))[0]?.text).toContain("附件2个");
  });
});

describe("nobody is asked", () => {
  test("who took the first one back", async () => {
    await submit("李明", ROAD);
    await city.person("李明").says("撤销 建-2026-001");
    expect((await submit("李明", ROAD))?.number).toBe("建-2026-002");
  });

  test("whose colleague submitted it", async () => {
    await submit("王芳", ROAD);
    expect((await submit("李明", ROAD))?.number).toBe("建-2026-002");
  });

  test("who submits another one, were it of the next group", async () => {
    await submit("李明", "提个建议:黄连村一组路灯坏了没人修,建议更换");
    expect((await submit("李明", "提个建议:黄连村二组路灯坏了没人修,建议更换"))?.number).toBe("建-2026-002");
  });

  test("who says it anew more than a year after", async () => {
    await submit("李明", ROAD);
    city.now = new Date("2027-09-20T09:00:00+08:00");
    expect((await submit("李明", ROAD))?.number).toBe("建-2027-001");
  });
});
