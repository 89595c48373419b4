import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  await clerk().says("12月9日上午9点代表小组活动");
  await clerk().says("不用了");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const first = async (said: string) => (await clerk().says(said))[0];

describe("where not all of them are called, it is asked who, and nobody else is", () => {
  test.each([
    "12月15日上午9点组织部分代表在羊昌镇政府开会",
    "12月15日上午9点请5名代表到羊昌镇政府座谈",
    "12月15日上午9点请3至5位代表到镇政府旁听",
    "12月15日上午9点组织羊昌镇部分代表视察学校",
    "请有关代表12月15日上午9点准时到镇政府参加座谈",
    "12月15日下午2点女代表座谈会,在镇政府二楼",
    "12月15日上午9点镇政府开会,请代表3人参加",
    "请李明等3名代表12月15日上午9点到镇政府开会",
    "12月15日上午9点组织几位人大代表调研农贸市场",
  ])("%s", async (said) => {
    const asked = await first(said);
    expect(asked?.kind).toBe("activity.question");
    expect(asked?.text).toContain("通知哪几位");
    const card = await first("李明、王芳");
    expect(card?.kind).toBe("sure.publish");
    expect(card?.text).toContain("通知2人：李明、王芳");
    expect(card?.text).not.toContain("内容：部分");
  });

  test.each(["全体代表", "全体都来", "都来吧", "大家都参加"])(
    "%s calls all of them after all",
    async (said) => {
      await first("12月15日上午9点组织部分代表在羊昌镇政府开会");
      expect((await first(said))?.text).toContain("通知5人");
    },
  );

  test.each([
    "12月15日上午9点组织全体代表在羊昌镇政府开会",
    "12月15日上午9点羊昌镇全体5名代表到镇政府座谈",
    "12月15日上午9点代表小组活动,在镇政府,学习代表法",
    "12月15日上午9点羊昌镇代表小组的代表都来镇政府开会",
    "12月15日上午9点羊昌镇代表视察3个村的人居环境",
  ])("and all of them are by %s", async (said) => {
    expect((await first(said))?.text).toContain("通知5人");
  });

  test("what is asked is answered with no; nobody is called", async () => {
    await first("12月15日上午9点组织部分代表在羊昌镇政府开会");
    expect((await first("不用了"))?.text).toContain("没有发布");
  });
});

describe("several bodies in one call", () => {
  test.each([
    "12月15日上午9点羊昌镇和东风镇的代表在区政府座谈",
    "12月15日上午9点组织羊昌镇、东风镇代表视察学校",
    "请羊昌镇代表、东风镇代表12月15日上午9点到区政府开会",
  ])("are gone through one after another by the office: %s", async (said) => {
    const [several, card] = await office().says(said);
    expect(several?.text).toContain("羊昌镇、东风镇分开发");
    expect(card?.text).toContain("羊昌镇");
    expect(card?.text).toContain("通知5人：李明、王芳、陈建国、杨秀英、罗文军");
    const answers = await office().taps("对,发通知");
    expect(answers.map((one) => one.text).join("\n")).toContain("还有一场");
    const [second] = await office().taps("接着看");
    expect(second?.text).toContain("通知5人：吴红梅、周志强、韦国良、蒙小兰、张伟");
    await city.database.db.execute(
      sql`update activities set state = 'cancelled' where on_day = '2026-12-15'`,
    );
  });

  test("all towns are the whole district to the office; to a clerk it is said who calls it", async () => {
    const [card] = await office().says("12月16日上午9点各镇街代表在区政府培训");
    expect(card?.text).toContain("通知10人");
    const refused = await first("12月16日上午9点全区代表在区政府培训");
    expect(refused?.text).toContain("全区的、别的镇的，请代表工委");
  });
});
