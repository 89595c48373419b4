import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// On 1 December 羊昌镇代表小组 and 东风镇代表小组 each had an activity; neither is final. The office looks after both.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-30T10:00:00+08:00");
  await city.person("赵勇").says("发布活动 12月1日上午9点 东风镇代表小组 小组活动");
  await city.person("赵勇").says("对");
  await city.person("刘敏").says("发布活动 12月1日上午9点 羊昌镇代表小组 小组活动");
  await city.person("刘敏").says("对");
  city.now = new Date("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

const office = () => city.person("孙丽");

describe("of several activities it is the one to which who is named is called", () => {
  test.each(["昨天的活动除李明外全到", "12月1日的小组活动李明没来,其余都到了"])("%s", async (said) => {
    const card = await answerTo(office(), said);
    expect(card).toContain("羊昌镇代表小组");
    expect(card).toContain("缺席1人：李明");
    await office().says("不用了");
  });

  test("and of 东风镇 for who sits there", async () => {
    const card = await answerTo(office(), "昨天的活动除吴红梅外全到");
    expect(card).toContain("东风镇代表小组");
    expect(card).toContain("缺席1人：吴红梅");
    await office().says("不用了");
  });

  test("who is called to none of them, or nobody, leaves it to be asked", async () => {
    expect(await answerTo(office(), "昨天的活动全到")).toContain("登记哪一场");
  });
});

test("of an activity to which he is not called it is said that he is not, and nothing is registered", async () => {
  const clerk = city.person("赵勇");
  const number = /活-\d+-\d+(?= 12月1日)/u.exec(await answerTo(clerk, "活动"))?.[0] ?? "";
  const answer = await answerTo(clerk, `到会 ${number} 除李明外全到`);
  expect(answer).toContain("李明不在这场活动名单里(没有通知本人参加)，没有改动");
  expect(answer).toContain("东风镇代表小组");
});

describe("without number and day it is what has begun", () => {
  test.each(["除吴红梅外全到", "到会 除吴红梅外全到", "吴红梅没来,其余都到了"])("%s", async (said) => {
    const clerk = city.person("赵勇");
    const card = await answerTo(clerk, said);
    expect(card).toContain("这样登记，对吗？");
    expect(card).toContain("12月1日(周二) 09:00 东风镇代表小组");
    expect(card).toContain("缺席1人：吴红梅");
    await clerk.says("不用了");
  });

  test("and not what somebody else looks after", async () => {
    expect(await answerTo(city.person("赵勇"), "除李明外全到")).toContain("李明不在这场活动名单里");
  });

  test.each(["李明家的材料都到了", "除李明外都交了报告", "全镇都到位了"])(
    "%s registers nothing",
    async (said) => {
      const clerk = city.person("刘敏");
      expect(await answerTo(clerk, said)).not.toContain("登记，对吗");
      await clerk.says("都不要了");
    },
  );
});
