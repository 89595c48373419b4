import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";

// A Friday; the activity that a clerk publishes is on the Saturday of the week after.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await clerk().says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场");
  await clerk().taps("对,发通知");
  await eventually(() => expect(heard("李明", "activity.invited")).toHaveLength(1));
});
afterAll(() => city.close());

const ACTIVITY = "活-2026-005";
const GROUP = ["李明", "王芳", "陈建国", "杨秀英", "罗文军"];
const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const heardByAll = (kind: string): number[] => GROUP.map((name) => heard(name, kind).length);
const remindedOf = async (): Promise<Record<string, unknown>[]> => [
  ...(await city.database.db.execute<Record<string, unknown>>(sql`
    select p.name, r.subject, r.state, r.reason from reminders r join people p on p.id = r.person_id
    where r.schedule = 'activity-reminders' and r.subject like 'activity:5:%' and p.name = '李明' order by r.id`)),
];

test("who has not answered is asked again, and nobody else; a day later once more, never twice a day", async () => {
  await city.person("李明").says(`参加 ${ACTIVITY}`);
  await city.person("王芳").says(`请假 ${ACTIVITY} 出差`);
  await clerk().says("准假 王芳");
  await clerk().says("对");
  const [card] = await clerk().says(`催 ${ACTIVITY}`);
  expect(card?.kind).toBe("sure.nudge-answer");
  expect(card?.text).toContain("还没答复的3人：陈建国、杨秀英、罗文军");
  await clerk().taps("对,催一下");
  await clerk().says(`催 ${ACTIVITY}`);
  await clerk().taps("对,催一下");
  await eventually(() => expect(heardByAll("activity.nudged")).toEqual([0, 0, 1, 1, 1]));
});

test("another clerk's activity cannot be changed or nudged about: it reads like none", async () => {
  const foreign = await city.person("赵勇").says(`改活动 ${ACTIVITY} 时间11月29日下午2点`);
  const missing = await city.person("赵勇").says("改活动 活-2026-999 时间11月29日下午2点");
  expect(foreign[0]?.text).toBe(missing[0]?.text);
});

test("what cannot be changed is said with what to say instead", async () => {
  const [nothing] = await clerk().says(`改活动 ${ACTIVITY} 请大家准时`);
  expect(nothing?.text).toContain("没看懂要改什么");
  const [same] = await clerk().says(`改活动 ${ACTIVITY} 地点羊昌镇政府`);
  expect(same?.text).toContain("一样");
  const [past] = await clerk().says(`改活动 ${ACTIVITY} 时间2026年11月1日上午9点`);
  expect(past?.text).toContain("已经过了");
});

test("another place on the same day reaches everybody once, and answers hold", async () => {
  const [card] = await clerk().says(`改活动 ${ACTIVITY} 地点农贸市场门口`);
  expect(card?.kind).toBe("sure.change");
  expect(heardByAll("activity.changed")).toEqual([0, 0, 0, 0, 0]);
  const [done] = await clerk().taps("对,改并通知");
  expect(done?.text).toContain("通知5人");
  await clerk().says("对");
  await eventually(() => expect(heardByAll("activity.changed")).toEqual([1, 1, 1, 1, 1]));
  expect(heard("李明", "activity.changed")[0]?.text).toContain("答复还算数");
  expect(heard("陈建国", "activity.changed")[0]?.choices.map((one) => one.label)).toEqual(["参加", "请假"]);
});

test("another day asks everybody again but those whose leave was granted, and staff still see the leave", async () => {
  await city.person("罗文军").says(`请假 ${ACTIVITY} 生病`);
  await clerk().says(`改活动 ${ACTIVITY} 改到12月2日下午2点`);
  const [done] = await clerk().taps("对,改并通知");
  for (const piece of [
    "12月2日(周三) 14:00",
    "原11月28日(周六) 09:00",
    "请4人重新答复",
    "已准的假不变：王芳",
  ])
    expect(done?.text).toContain(piece);
  await eventually(() => expect(heardByAll("activity.changed")).toEqual([2, 2, 2, 2, 2]));
  expect(heard("李明", "activity.changed")[1]?.text).toContain("能不能来");
  const [pending] = await clerk().says("准假 罗文军");
  expect(pending?.text).toContain("不算了，不用批");
});

test("the old days are reminded of no more, and the new ones are, each once", async () => {
  const run = async (moment: string) => {
    city.now = at(moment);
    await runAt(city.database.db, "activity-reminders", at(moment));
  };
  const moments = ["11-25", "11-27", "11-28", "11-29", "12-01", "12-01", "12-02"];
  for (const [index, day] of moments.entries()) await run(`2026-${day} 09:0${index}`);
  const told = (await remindedOf()).map((one) => String(one["subject"]).replace(/\d+@/u, ""));
  // 29 November is a Sunday: three days before is said on the Friday.
  expect(told).toEqual(["T-3", "T-1", "T-0"].map((step) => `activity:5:2026-12-02:${step}`));
  await eventually(() => expect(heard("李明", "deadline.reminder").at(-1)?.text).toContain("今天14:00"));
});

test("a reminder that somebody put off is not said of the old time after all", async () => {
  await city.person("李明").says("1小时后");
  city.now = at("2026-12-02 09:30");
  await clerk().says(`改活动 ${ACTIVITY} 时间12月2日下午4点`);
  await clerk().taps("对,改并通知");
  await runAt(city.database.db, "activity-reminders", at("2026-12-02 10:31"));
  expect((await remindedOf()).at(-1)).toMatchObject({ state: "suppressed", reason: "moved" });
  await eventually(() => expect(heardByAll("activity.changed")).toEqual([3, 3, 3, 3, 3]));
});

test("an answer to the old time is no notice of the new one, and a delivered change is", async () => {
  city.now = at("2026-12-02 18:00");
  await city.database.db.execute(sql`update outbox set status = 'expired', sent_at = null
    where key like 'news:activity:活-2026-005:4:%' and conversation = 'web:demo:chenjianguo'`);
  await clerk().says(`到会 ${ACTIVITY} 除陈建国、杨秀英外全到`);
  await clerk().taps("对,登记");
  await city.person("孙丽").says(`定稿 ${ACTIVITY}`);
  await city.person("孙丽").taps("对,定稿");
  await eventually(() => expect(heard("杨秀英", "absence.struck")).toHaveLength(1));
  expect(heard("陈建国", "absence.warned")).toEqual([]);
  const [closed] = await clerk().says(`改活动 ${ACTIVITY} 地点别处`);
  expect(closed?.text).toContain("已定稿");
});

test("a notice that waits for the morning gives way to one of the activity as it is by then", async () => {
  city.now = at("2026-12-02 21:30");
  await clerk().says("发布活动 12月20日上午10点 羊昌镇代表小组 小组活动");
  await clerk().taps("对,发通知");
  await clerk().says("改活动 活-2026-006 时间12月21日上午10点");
  await clerk().taps("对,改并通知");
  city.now = at("2026-12-03 08:01");
  await city.person("李明").says("帮助");
  await eventually(() => expect(heard("李明", "activity.invited").at(-1)?.text).toContain("12月21日"));
  expect(heard("李明", "activity.invited").filter((one) => one.text.includes("12月20日"))).toEqual([]);
  expect(heard("李明", "activity.changed")).toHaveLength(3);
});
