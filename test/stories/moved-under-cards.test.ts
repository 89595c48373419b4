import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// 活-2026-003 of 羊昌镇代表小组 is on 9 December, and is moved to the 14th.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterEach(() => city.close());

const ACTIVITY = "活-2026-003";
const move = async (who: string): Promise<void> => {
  await city.person(who).says(`改活动 ${ACTIVITY} 12月14日`);
  await city.person(who).says("对");
};

test("a card that asks whether to nudge shows the day to which its asker moved the activity", async () => {
  const clerk = city.person("刘敏");
  expect(await answerTo(clerk, `催 ${ACTIVITY}`)).toContain("12月9日(周三)");
  await move("刘敏");
  const card = await answerTo(clerk, "看卡片");
  expect(card).toContain(`${ACTIVITY} 12月14日(周一)`);
  expect(card).not.toContain("12月9日");
});

test("and the day to which somebody else moved it", async () => {
  const clerk = city.person("刘敏");
  await clerk.says(`取消活动 ${ACTIVITY} 镇里有会`);
  await move("孙丽");
  expect(await answerTo(clerk, "看卡片")).toContain(`${ACTIVITY} 12月14日(周一)`);
});

test("a deputy who is asked why he stays away is asked about the new day", async () => {
  const li = city.person("李明");
  await li.says(`请假 ${ACTIVITY}`);
  await move("刘敏");
  const card = await answerTo(li, "看卡片");
  expect(card).toContain("12月14日(周一)");
  expect(card).not.toContain("12月9日");
});

test("of a change that waits for its yes, what is to be stays, and what was is as it is by now", async () => {
  const clerk = city.person("刘敏");
  await clerk.says(`改活动 ${ACTIVITY} 12月16日`);
  await move("孙丽");
  const card = await answerTo(clerk, "看卡片");
  expect(card).toContain("时间改为：12月16日(周三)");
  expect(card).toContain("原12月14日(周一)");
});
