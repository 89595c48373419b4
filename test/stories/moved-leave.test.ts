import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

const ACTIVITY = "活-2026-005";
let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterEach(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const publish = async (): Promise<void> => {
  await say("刘敏", "发布活动 11月28日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府");
  await say("刘敏", "对");
};
const move = async (): Promise<void> => {
  await say("刘敏", `改活动 ${ACTIVITY} 改到12月2日上午9点`);
  await say("刘敏", "对");
};
const finalise = async (): Promise<void> => {
  city.now = at("2026-12-02 18:00");
  await say("刘敏", `到会 ${ACTIVITY} 除李明外全到`);
  await say("刘敏", "对");
  await say("孙丽", `定稿 ${ACTIVITY}`);
  await say("孙丽", "对");
};
const standing = async (name: string): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from absence_notices n join people p on p.id = n.person_id
    where n.withdrawn_at is null and p.name = ${name}`);
  return row?.n ?? 0;
};

test("whose wish waited when the day was moved is told that it is void, and so is whoever was to decide on it", async () => {
  await publish();
  await say("李明", `请假 ${ACTIVITY} 出差`);
  await move();
  await eventually(() => expect(heardOf(city.person("李明"), "activity.changed")).toHaveLength(1));
  const [told] = heardOf(city.person("李明"), "activity.changed");
  expect(told?.text).toContain("您请的假是原来那天的");
  expect(told?.choices.map((one) => one.label)).toEqual(["参加", "请假"]);
  expect(heardOf(city.person("王芳"), "activity.changed")[0]?.text).not.toContain("原来那天的");
  await eventually(() => expect(heardOf(city.person("刘敏"), "activity.leave-void")).toHaveLength(1));
  expect(heardOf(city.person("刘敏"), "activity.leave-void")[0]?.text).toContain("不用再批假：李明");
});

test("whose leave was granted before the day was moved reads that it stands, and how to come all the same", async () => {
  await publish();
  await say("李明", `请假 ${ACTIVITY} 出差`);
  await say("刘敏", "准假 李明");
  await say("刘敏", "对");
  await say("王芳", `参加 ${ACTIVITY}`);
  await move();
  await eventually(() => expect(heardOf(city.person("李明"), "activity.changed")).toHaveLength(1));
  const [told] = heardOf(city.person("李明"), "activity.changed");
  expect(told?.text).toContain(`您请的假已经批了，还算数。又能来了，说：参加 ${ACTIVITY}`);
  expect(told?.text).not.toContain("来不了");
  expect(heardOf(city.person("王芳"), "activity.changed")[0]?.text).not.toContain("您请的假");
});

test("whoever sits elsewhere on the new day hears that he need not come, and is called again when he comes back", async () => {
  await publish();
  await say("孙丽", "李明从羊昌镇代表小组调到东风镇代表小组,自11月30日");
  await say("孙丽", "对");
  const before = city.person("李明").heard().length;
  await move();
  await eventually(() => expect(heardOf(city.person("李明"), "activity.cancelled")).toHaveLength(1));
  const [off] = heardOf(city.person("李明"), "activity.cancelled");
  expect(off?.text).toContain(`取消通知：${ACTIVITY} 11月28日(周六) 09:00`);
  expect(city.person("李明").heard()).toHaveLength(before + 1);
  await eventually(() => expect(heardOf(city.person("王芳"), "activity.changed")).toHaveLength(1));
  await say("孙丽", "撤销变动 李明");
  await say("孙丽", "对");
  await eventually(() =>
    expect(heardOf(city.person("李明"), "activity.invited").at(-1)?.text).toContain("12月2日(周三)"),
  );
});

test("whose wish waited and who sits elsewhere on the new day hears that it waits no more, and so does who was to decide", async () => {
  await publish();
  await say("孙丽", "李明从羊昌镇代表小组调到东风镇代表小组,自11月30日");
  await say("孙丽", "对");
  await say("李明", `请假 ${ACTIVITY} 出差`);
  await move();
  await eventually(() => expect(heardOf(city.person("李明"), "activity.cancelled")).toHaveLength(1));
  expect(heardOf(city.person("李明"), "activity.cancelled")[0]?.text).toContain("您请的假也不用等批了");
  await eventually(() => expect(heardOf(city.person("刘敏"), "activity.leave-void")).toHaveLength(1));
  expect(heardOf(city.person("刘敏"), "activity.leave-void")[0]?.text).toContain("不用再批假：李明");
});

test("leave refused for the old day is asked for anew for the new one, and waits as any wish does", async () => {
  await publish();
  await say("李明", `请假 ${ACTIVITY} 出差`);
  await say("刘敏", "不准 李明 当天有表决");
  await say("刘敏", "对");
  await move();
  await say("李明", `请假 ${ACTIVITY} 生病`);
  await finalise();
  expect(await standing("李明")).toBe(0);
  await say("刘敏", "不准 李明 当天有表决");
  await say("刘敏", "对");
  expect(await standing("李明")).toBe(1);
});

const SESSION = ["活-2026-005", "活-2026-006", "活-2026-007"] as const;
const callSession = async (): Promise<void> => {
  const sittings = "12月15日上午9点 全体会议\n下午2点半 代表团会议\n12月16日上午9点 全体会议";
  await say("孙丽", `发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n${sittings}`);
  await say("孙丽", "对");
};

test("leave from a sitting that was taken back hides no wish for the whole session that came later", async () => {
  await callSession();
  const [session, first] = SESSION;
  await say("李明", `请假 ${first} 出差`);
  await say("李明", `参加 ${first}`);
  city.now = at("2026-11-21 10:00");
  await say("李明", `请假 ${session} 生病`);
  city.now = at("2026-12-15 20:00");
  await say("孙丽", `到会 ${first} 除李明外全到`);
  await say("孙丽", "对");
  await say("孙丽", `定稿 ${first}`);
  await say("孙丽", "对");
  expect(await say("李明", "我的出勤")).toContain("请假1(1次等批)、缺席0");
});

test("a sitting is not moved onto the minute of another of its kind in the session; beside one of another kind it is", async () => {
  await callSession();
  const [, first, second] = SESSION;
  const other = await city.database.db.execute<{ number: string }>(sql`
    select number from activities where on_day = '2026-12-16' and kind = 'plenary_sitting'`);
  expect(await say("孙丽", `改活动 ${first} 改到12月16日上午9点`)).toContain("另一场");
  expect(await say("孙丽", `改活动 ${second} 改到12月16日上午9点`)).toContain("时间改为");
  expect(other).toHaveLength(1);
});
