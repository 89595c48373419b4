import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// Luo and Wang asked for leave from the 11th; Wang's was granted. Both came all the same.
let city: City;
let eleventh: string;
const clerk = () => city.person("刘敏");
const luo = () => city.person("罗文军");
const wang = () => city.person("王芳");

beforeAll(async () => {
  city = await openCity("2026-12-08T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await clerk().says("发布活动 12月11日上午9点半 羊昌镇代表小组 小组活动");
  eleventh = (await clerk().says("对"))[0]?.number ?? "";
  await luo().says(`请假 ${eleventh} 生病`);
  await wang().says(`请假 ${eleventh} 出差`);
  await clerk().says(`准假 王芳 ${eleventh}`);
  await clerk().says("对");
});
afterAll(() => city.close());

test("under a reminder of that morning, 来的 is an answer, and a traffic jam is no leave", async () => {
  const chen = city.person("陈建国");
  expect(await answerTo(chen, "来的")).toContain("记下您参加");
  expect(await answerTo(chen, "路上堵车,可能赶不上了")).toContain("没有替您请假");
});

test("who has arrived hears how to check in, and a code counts however it is typed", async () => {
  for (const words of ["我到了", "我在会场了", "签不上"])
    expect(await answerTo(city.person("陈建国"), words)).toContain("不签到也行");
  expect(await answerTo(city.person("陈建国"), "签到码9762")).not.toContain("签到请带上");
});

test("before the register is final, what waits is work", async () => {
  expect(await answerTo(clerk(), "待批的请假")).toContain("罗文军");
});

test("whoever came with leave hears that it was not used; what waits stays, should the register be put right", async () => {
  city.now = new Date("2026-12-11T18:00:00+08:00");
  for (const said of [`到会 ${eleventh} 王芳到会 其余全到`, "对", `定稿 ${eleventh}`, "对"])
    await clerk().says(said);
  expect(heardOf(luo(), "activity.leave-unused")).toHaveLength(0);
  expect(heardOf(wang(), "activity.leave-unused").at(-1)?.text).toContain("没有用上");
  expect(heardOf(city.person("陈建国"), "activity.leave-unused")).toHaveLength(0);
  expect(await answerTo(wang(), "我的请假批了没")).toContain("登记的是到会");
});

test("a wish of who came all the same waits for nobody, and does again once the register says that he did not", async () => {
  expect(await answerTo(clerk(), "待办 请假")).not.toContain("罗文军");
  expect(await answerTo(clerk(), "请假的还有谁没批")).not.toContain("罗文军");
  expect(await answerTo(luo(), "我的请假批了没")).toContain("登记的是到会，不用批了");
  await clerk().says(`改考勤 ${eleventh} 罗文军 缺席`);
  await clerk().says("对");
  expect(await answerTo(clerk(), "待办 请假")).toContain("罗文军");
  expect(await answerTo(luo(), "我的请假批了没")).toContain("等批准");
});
