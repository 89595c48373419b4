import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
  // The first of all takes longest.
  await clerk().says("活动");
});
afterAll(() => city.close());

const YESTERDAY = "活-2026-002";
const clerk = () => city.person("刘敏");
const first = async (said: string) => (await clerk().says(said))[0];

test("how late somebody was and how many there were is no name: who is named is marked as it was said", async () => {
  const card = await first(`到会 ${YESTERDAY} 李明、王芳迟到20分钟,杨秀英早退,罗文军没来,应到5人实到4人`);
  for (const line of ["迟到2人：李明、王芳", "早退1人：杨秀英", "缺席1人：罗文军"])
    expect(card?.text).toContain(line);
  await clerk().says("不用了");
});

test("只有 one who did not come means that the others did", async () => {
  for (const said of ["只有罗文军没来", "就罗文军一个人没来", "除了罗文军没来,其他人都到了"]) {
    const card = await first(`到会 ${YESTERDAY} ${said}`);
    expect(card?.text, said).toContain("缺席1人：罗文军");
    expect(card?.text, said).toContain("到会4人");
    await clerk().says("不用了");
  }
});

test("都到了 behind names is about those, 没出席 is no 出席, and the status may stand before the names", async () => {
  const card = await first(`到会 ${YESTERDAY} 李明、王芳都到了,罗文军没出席`);
  expect(card?.text).toContain("到会2人：李明、王芳");
  expect(card?.text).toContain("缺席1人：罗文军");
  await clerk().says("不用了");
  const other = await first(`到会 ${YESTERDAY} 缺席:罗文军,迟到:王芳、杨秀英,其余全到`);
  expect(other?.text).toContain("缺席1人：罗文军");
  expect(other?.text).toContain("迟到2人：王芳、杨秀英");
  expect(other?.text).toContain("到会2人");
  await clerk().says("不用了");
});

test("who is not on the list, and who is named without a word, is said by name, and nothing is written", async () => {
  const unknown = await first(`到会 ${YESTERDAY} 李明、赵小六到了,其余没来`);
  expect(unknown?.text).toContain("赵小六");
  expect(unknown?.text).not.toContain("李明");
  const unread = await first(`到会 ${YESTERDAY} 李明到了,王芳`);
  expect(unread?.text).toContain("没看懂来了还是没来：王芳");
  const both = await first(`到会 ${YESTERDAY} 李明到了,王芳没来,李明没来`);
  expect(both?.text).toContain("没看懂来了还是没来：李明");
});

test("everybody was told is written down for everybody", async () => {
  await first("发布活动 羊昌镇代表小组 12月20日上午9点 地点镇政府");
  const [published] = await clerk().taps("对,发通知");
  const number = published?.text.match(/活-\d{4}-\d{3}/u)?.[0] ?? "";
  const kept = await first(`已通知 ${number} 全部 电话`);
  expect(kept?.text).toContain("已记下电话通知");
  expect(kept?.text).toContain("罗文军");
  expect((await first(`已通知 ${number} 电话`))?.text).toContain("没看懂是哪几位");
});

test("of several corrections in one line each is offered, never the opposite of one", async () => {
  await clerk().says(`到会 ${YESTERDAY} 除李明外全到`);
  await clerk().taps("对,登记");
  await clerk().says(`定稿 ${YESTERDAY}`);
  await clerk().taps("对,定稿");
  const offered = await first(`改考勤 ${YESTERDAY} 李明到会,罗文军缺席`);
  expect(offered?.kind).toBe("attendance.one-by-one");
  expect(offered?.choices.map((one) => one.label)).toEqual(["李明 到会", "罗文军 缺席"]);
  const [card] = await clerk().taps("李明 到会");
  expect(card?.text).toContain("李明代表：缺席 改为 到会");
  await clerk().says("不用了");
  const changed = await first(`改考勤 ${YESTERDAY} 李明由缺席改为迟到`);
  expect(changed?.text).toContain("李明代表：缺席 改为 迟到");
  await clerk().says("不用了");
  const other = await first(`改考勤 ${YESTERDAY} 李明不是缺席,是到会`);
  expect(other?.text).toContain("缺席 改为 到会");
  await clerk().says("不用了");
  expect((await first(`改考勤 ${YESTERDAY} 全部到会`))?.text).toContain("更正一次改一位");
  expect((await first(`改考勤 ${YESTERDAY} 赵小六到会`))?.text).toContain("赵小六");
});

test("who came and who did not is told with the day of the activity, without its number", async () => {
  await city.close();
  city = await openCity();
  for (const said of [
    "9月15日的活动,李明、王芳、陈建国到了,杨秀英请假了,罗文军没来也没请假",
    "昨天下午的小组活动罗文军没来,其他人都到了",
    `${YESTERDAY} 李明迟到了10分钟,其余的都到了`,
  ]) {
    const card = await first(said);
    expect(card?.kind, said).toBe("sure.register");
    await clerk().says("不用了");
  }
  expect((await first("9月10日的会王芳缺席,其余全到"))?.text).toContain("那天没有您管的");
  // Without its day it is the one that has begun, named on the card.
  expect((await first("活动李明没来,其余都到了"))?.text).toContain(`${YESTERDAY} 9月15日(周二)`);
  await clerk().says("不用了");
});

test("what one deputy did is no register", async () => {
  for (const said of ["昨天李明参加了座谈会", "李明昨天的活动去了没有", "昨天的活动谁没来"])
    expect((await first(said))?.kind, said).not.toMatch(/^(?:sure\.register|attendance\.)/u);
});

test("who is excepted did not come, wherever 都 stands", async () => {
  for (const said of [
    "除了王芳和罗文军都到了",
    "除王芳和罗文军都来了",
    "除罗文军和王芳外都到",
    "除了王芳、罗文军,都到了",
  ]) {
    const card = await first(`到会 ${YESTERDAY} ${said}`);
    expect(card?.text, said).toMatch(/缺席2人：(?:王芳、罗文军|罗文军、王芳)/u);
    expect(card?.text, said).toContain("到会3人");
    await clerk().says("不用了");
  }
});
