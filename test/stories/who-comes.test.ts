import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A group meets on 18 December: one comes, one asked for leave, one was telephoned, and the others have not answered.
let city: City;
let number = "";
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-10T10:00:00+08:00");
  await tell("刘敏", "发布活动 12月18日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场");
  const [done] = await city.person("刘敏").says("对");
  number = done?.number ?? "";
  await tell("李明", `参加 ${number}`);
  await tell("王芳", `请假 ${number} 出差`);
  await tell("刘敏", `已通知 ${number} 罗文军 电话`);
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test.for(["18号的小组活动有哪些人参加", "12月18号的活动谁来", "18号的活动都有谁要来"] as const)(
  "%s: everybody with the answer",
  async (words) => {
    const answer = await tell("刘敏", words);
    expect(answer).toContain("参加1人：李明");
    expect(answer).toContain("请假(待批)1人：王芳");
    expect(answer).toContain("没回3人：陈建国、杨秀英、罗文军");
  },
);

test("by its number, too, and of one deputy alone", async () => {
  expect(await tell("刘敏", `谁参加 ${number}`)).toContain("参加1人：李明");
  const one = await tell("刘敏", "18号的活动王芳来不来");
  expect(one).toContain("请假(待批)1人：王芳");
  expect(one).not.toContain("陈建国");
});

test.for([`18号的活动通知到没有`, "18号的活动是怎么通知的", "18号的活动谁通知到了"] as const)(
  "%s: how each was told",
  async (words) => {
    const answer = await tell("刘敏", words);
    expect(answer).toContain("已回复2人：李明、王芳");
    expect(answer).toContain("电话1人：罗文军");
  },
);

test("who has not answered is named", async () => {
  const answer = await tell("刘敏", "18号的小组活动谁没回");
  expect(answer).toContain("陈建国");
  expect(answer).not.toMatch(/李明|王芳/u);
});

test("a card of it leads there by a tap, and staff of another township read nothing", async () => {
  const [card] = await city.person("刘敏").says(`查看 ${number}`);
  expect(card?.choices.map((one) => one.label)).toEqual(expect.arrayContaining(["谁来谁不来", "怎么通知的"]));
  const other = await tell("赵勇", `谁参加 ${number}`);
  expect(other).not.toContain("李明");
});

test("what is no question about a call stays what it is", async () => {
  expect(await tell("刘敏", "谁参加过培训")).not.toContain("没回3人");
});
