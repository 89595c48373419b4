import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) => heardOf(city.person(name), kind);

test("a clerk publishes an activity in one sentence and one tap, and each deputy of the group is asked", async () => {
  const [card] = await clerk().says(
    "发布活动 11月28日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场",
  );
  expect(card?.kind).toBe("sure.publish");
  for (const piece of ["羊昌镇代表小组", "11月28日", "09:00", "羊昌镇政府", "视察农贸市场", "5人"])
    expect(card?.text).toContain(piece);
  const [receipt] = await clerk().taps("对,发通知");
  expect(receipt?.number).toBe("活-2026-005");
  await eventually(() => expect(heard("李明", "activity.invited")).toHaveLength(1));
  expect(heard("吴红梅", "activity.invited")).toHaveLength(0);
});

test("a second tap publishes nothing", async () => {
  const [answer] = await clerk().taps("对,发通知");
  expect(answer?.kind).toBe("help.stale");
  expect(heard("李明", "activity.invited")).toHaveLength(1);
});

test("what is missing is asked about, one piece at a time", async () => {
  const [when] = await clerk().says("发布活动 羊昌镇代表小组 学习代表法");
  expect(when?.text).toContain("哪一天");
  const [time] = await clerk().says("12月5日");
  expect(time?.text).toContain("几点");
  const [card] = await clerk().says("下午2点半");
  expect(card?.kind).toBe("sure.publish");
  expect(card?.text).toContain("14:30");
  const [dropped] = await clerk().says("算了");
  expect(dropped?.text).toContain("没有发布");
});

test("a past day, an unknown place and somebody else's group are refused in words", async () => {
  const [past] = await clerk().says("发布活动 2026年11月1日上午9点 羊昌镇代表小组 小组活动");
  expect(past?.text).toContain("已经过了");
  const [elsewhere] = await clerk().says("发布活动 11月28日上午9点 东风镇代表小组 小组活动");
  expect(elsewhere?.text).toContain("没有这个单位");
  const [deputy] = await city.person("李明").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  expect(deputy?.kind).toBe("help.refused");
});

test("of what lies ahead only what is in the period that was named is listed", async () => {
  const [next] = await clerk().says("下周有什么活动");
  expect(next?.text).toContain("11月28日");
  const [december] = await clerk().says("12月份安排了哪些活动");
  expect(december?.text).not.toContain("11月28日");
  const [own] = await city.person("李明").says("四月份安排了哪些活动");
  expect(own?.text).toContain("2027年4月还没有活动安排");
  const [all] = await clerk().says("活动");
  expect(all?.text).toContain("11月28日");
});

test("one tap says that a deputy comes", async () => {
  const [answer] = await city.person("李明").taps("参加");
  expect(answer?.text).toContain("记下您参加");
});

test("leave goes to whoever called the activity, is granted by a tap, and the deputy hears of it", async () => {
  const [sent] = await city.person("王芳").says("28号小组活动请假,出差");
  expect(sent?.text).toContain("出差");
  await eventually(() => expect(heard("刘敏", "activity.leave-asked")).toHaveLength(1));
  const [done] = await clerk().taps("准假");
  expect(done?.text).toContain("已准假");
  await eventually(() => expect(heard("王芳", "activity.leave-decided")).toHaveLength(1));
});

test("a bare 请假 is asked which activity it means, then why", async () => {
  const [which] = await city.person("陈建国").says("请假");
  expect(which?.choices.map((one) => one.label).slice(2)).toEqual(["都不是"]);
  const [why] = await city.person("陈建国").taps(which?.choices[1]?.label ?? "");
  expect(why?.text).toContain("什么原因");
  const [sent] = await city.person("陈建国").taps("生病");
  expect(sent?.text).toContain("生病");
});

test("a refusal needs a reason, and nobody outside decides", async () => {
  const [stranger] = await city.person("赵勇").says("准假 陈建国");
  expect(stranger?.text).toContain("没有找到");
  const [own] = await city.person("陈建国").says("准假 陈建国");
  expect(own?.text).toContain("自己");
  const [bare] = await clerk().says("不准 陈建国");
  expect(bare?.text).toContain("理由");
  const [card] = await clerk().says("不准 陈建国 理由当天有表决");
  expect(card?.text).toContain("会告诉本人");
  const [done] = await clerk().taps("对,不准假");
  expect(done?.text).toContain("没有准假");
});

test("a clerk elsewhere cannot touch it: it reads like what does not exist", async () => {
  const foreign = await city.person("赵勇").says("取消活动 活-2026-005 下雨");
  const missing = await city.person("赵勇").says("取消活动 活-2026-999 下雨");
  expect(foreign[0]?.text).toBe(missing[0]?.text);
});

test("a register is read back, written by a tap, and final only when everybody is marked", async () => {
  const [early] = await clerk().says("到会 活-2026-005 全到");
  expect(early?.text).toContain("还没开始");
  city.now = new Date("2026-11-28T12:00:00+08:00");
  const [open] = await clerk().says("定稿 活-2026-005");
  expect(open?.text).toContain("没登记的5人");
  const [card] = await clerk().says("到会 活-2026-005 除王芳、陈建国外全到");
  expect(card?.text).toContain("到会3人");
  expect(card?.text).toContain("请假1人：王芳");
  expect(card?.text).toContain("缺席1人：陈建国");
  await clerk().taps("对,登记");
  await city.person("罗文军").says("今天上午参加了羊昌镇代表小组活动");
  await city.person("罗文军").says("对");
  await clerk().says("定稿 活-2026-005");
  const [final] = await clerk().taps("对,定稿");
  expect(final?.text).toContain("已定稿");
});

test("who came has a record without typing it, and who was absent is warned in private", async () => {
  const [own] = await city.person("李明").says("我的履职");
  expect(own?.text).toContain("代表小组活动");
  await eventually(() => expect(heard("陈建国", "absence.warned")).toHaveLength(1));
  const [warning] = heard("陈建国", "absence.warned");
  for (const piece of ["活-2026-005", "11月28日", "乌当区人大代表辞职制度", "异议", "只发给您"])
    expect(warning?.text).toContain(piece);
  expect(heard("王芳", "absence.warned")).toHaveLength(0);
});

test("what a deputy had typed himself is linked to the activity and not doubled", async () => {
  const rows = await city.database.db.execute<{ source: string; linked: boolean }>(sql`
    select r.source, r.activity_id is not null linked from duty_records r join people p on p.id = r.person_id
    where p.name = '罗文军'`);
  expect([...rows]).toEqual([{ source: "chat", linked: true }]);
});

test("calling an activity off reaches everybody once", async () => {
  await clerk().says("发布活动 12月20日上午9点 羊昌镇代表小组 小组活动");
  await clerk().says("对");
  const [asked] = await clerk().says("取消活动 活-2026-006 下大雪");
  expect(asked?.text).toContain("会通知5人");
  expect(heard("李明", "activity.cancelled")).toHaveLength(0);
  const [off] = await clerk().taps("对,取消这场");
  expect(off?.text).toContain("5人");
  await clerk().says("取消活动 活-2026-006 下大雪");
  await eventually(() => expect(heard("李明", "activity.cancelled")).toHaveLength(1));
});

test("a notice by telephone is put on record, so that an absence can count at all", async () => {
  const [entered] = await clerk().says("已通知 活-2026-003 李明、王芳 电话 11月26日");
  expect(entered?.text).toContain("电话通知");
  const [unknown] = await clerk().says("已通知 活-2026-003 吴红梅 电话 11月26日");
  expect(unknown?.text).toContain("不在这场活动名单");
  const [foreign] = await city.person("赵勇").says("已通知 活-2026-003 李明 电话 11月26日");
  expect(foreign?.text).toContain("没有找到");
});

test("asked in plain words, the bot says what lies ahead", async () => {
  const [listed] = await city.person("吴红梅").says("最近有什么活动?");
  expect(listed?.kind).toBe("activity.answer");
});
