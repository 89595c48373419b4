import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";

const ORDER =
  "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 全体会议";
const [SESSION, FIRST, SECOND] = ["活-2026-005", "活-2026-006", "活-2026-007"];

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await office().says(ORDER);
  await office().taps("对,发通知");
});
afterAll(() => city.close());

const office = () => city.person("孙丽");

test("a session is not moved apart from its sittings: staff hear to move those", async () => {
  expect(await answerTo(office(), `改活动 ${SESSION} 改到12月22日`)).toContain("随各次会议走");
  expect(await answerTo(office(), "活动")).toContain("12月15日(周二) 09:00 乌当区第十八届");
});

test("a session that gets another place is told of as before", async () => {
  expect(await answerTo(office(), `改活动 ${SESSION} 地点区政府礼堂`)).toContain("地点改为");
  await office().says("不用了");
});

test("who answered for the session has answered for its sittings, and 催 names the others", async () => {
  await city.person("王芳").says(`参加 ${SESSION}`);
  await city.person("李明").says(`请假 ${SESSION} 出差`);
  const card = await answerTo(office(), `催 ${FIRST}`);
  expect(card).toContain("还没答复的8人");
  expect(card).not.toMatch(/王芳|李明/u);
  await office().says("不用了");
  expect(await answerTo(office(), FIRST)).toContain("已回参加1人、请假1人，没回8人");
  expect(await answerTo(city.person("王芳"), FIRST)).toContain("您已回：参加");
});

test("a sitting on another day asks everybody again, whatever was answered for the session", async () => {
  city.now = at("2026-11-21 10:00");
  await office().says(`改活动 ${SECOND} 改到12月17日`);
  expect(await answerTo(office(), "对")).toContain("请9人重新答复");
});

test("the first sitting moved ahead moves the day of the session with it", async () => {
  await office().says(`改活动 ${FIRST} 改到12月14日`);
  await office().says("对");
  expect(await answerTo(office(), SESSION)).toContain("12月14日(周一)");
});
