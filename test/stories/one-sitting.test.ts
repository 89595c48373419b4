import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

const ORDER =
  "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 全体会议";
const [SESSION, FIRST, SECOND] = ["活-2026-005", "活-2026-006", "活-2026-007"];

// 李明 has leave from the whole session, and comes to its first sitting after all. 王芳 only asked.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city.person("孙丽").says(ORDER);
  await city.person("孙丽").taps("对,发通知");
  await say("王芳", `请假 ${SESSION} 出差`);
  await say("李明", `请假 ${SESSION} 出差`);
  await say("何志远", `准假 李明 ${SESSION}`);
  await say("何志远", "对");
});
afterAll(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const told = () => heardOf(city.person("何志远"), "activity.leave-withdrawn").map((one) => one.text);

test("he hears that his leave stands for the other sittings, and whoever granted it is told once", async () => {
  city.now = at("2026-11-21 10:00");
  const answer = await say("李明", `参加 ${FIRST}`);
  for (const piece of ["记下您参加", "只改这一次", "请的假还算数", `每次都来，请说：参加 ${SESSION}`])
    expect(answer).toContain(piece);
  await say("李明", `参加 ${FIRST}`);
  await eventually(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toContain("李明代表改为参加");
  expect(told()[0]).toContain("只来这一次；“乌当区第十八届人民代表大会第六次会议”其他各次，批准的假还算数");
});

test("her leave that nobody has decided on waits for the others as well", async () => {
  expect(await say("王芳", `参加 ${FIRST}`)).toContain("请的假还等着批");
  await eventually(() => expect(told().at(-1)).toContain("请的假还等着批"));
});

test("whoever stays away from the sitting that he promised to come to is absent from it, and on leave from the others", async () => {
  city.now = at("2026-12-15 20:00");
  expect(await say("孙丽", `到会 ${FIRST} 除李明外全到`)).toContain("缺席1人：李明");
  await say("孙丽", "不用了");
  expect(await say("孙丽", `到会 ${SECOND} 除李明外全到`)).toContain("请假1人：李明");
});
