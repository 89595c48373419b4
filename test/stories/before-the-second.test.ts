import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";

// 杨秀英 was absent without leave on 18 July; the group meets again on Wednesday 23 September at 09:30.
let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const run = async (days: readonly string[], patch: object = {}): Promise<void> => {
  for (const day of days) {
    city.now = at(day);
    await runAt(city.database.db, "upcoming-absence", city.now, patch);
  }
};
const warnings = (name: string): readonly string[] =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder" && one.text.includes("提前说一声"))
    .map((one) => one.text);
const hearsOnce = async (name: string, piece: string): Promise<void> => {
  await eventually(() => expect(warnings(name)).toHaveLength(1));
  expect(warnings(name)[0]).toContain(piece);
};
const ALL_STEPS = ["2026-09-20 09:00", "2026-09-22 09:00", "2026-09-23 09:00"];
const finalise = async (number: string, register: string): Promise<void> => {
  await clerk().says(`到会 ${number} ${register}`);
  await clerk().says("对");
  await clerk().says(`定稿 ${number}`);
  await clerk().says("对");
};

test("whoever has one absence and says 参加 is warned before the second all the same, once, and reminded as everybody", async () => {
  await city.person("杨秀英").says("参加 活-2026-003");
  for (const day of ALL_STEPS) {
    await run([day]);
    await runAt(city.database.db, "activity-reminders", city.now);
  }
  await hearsOnce("杨秀英", "7月18日");
  const reminded = () =>
    city
      .person("杨秀英")
      .heard()
      .filter((one) => one.kind === "deadline.reminder" && one.text.includes("您已答复参加"));
  await eventually(() => expect(reminded()).toHaveLength(3));
});

test("an activity called two days before: she is warned on the first reminding day that is left", async () => {
  await run(["2026-09-16 09:00"]);
  await clerk().says("发布活动 9月18日下午3点 羊昌镇代表小组 小组活动 地点羊昌镇政府");
  await clerk().says("对");
  await run(["2026-09-16 09:05", "2026-09-17 09:00", "2026-09-18 09:00"]);
  await hearsOnce("杨秀英", "明天15:00");
});

test("an activity called at ten for the same afternoon: she is warned at once", async () => {
  await run(["2026-09-16 09:00"]);
  city.now = at("2026-09-16 10:00");
  await clerk().says("发布活动 今天下午3点 羊昌镇代表小组 小组活动 地点羊昌镇政府");
  await clerk().says("对");
  await run(["2026-09-16 10:05", "2026-09-16 10:10"]);
  await hearsOnce("杨秀英", "今天15:00");
});

test("with two absences already, she is warned before the third", async () => {
  await finalise("活-2026-002", "除杨秀英外全到");
  await run(ALL_STEPS);
  await hearsOnce("杨秀英", "7月18日(周六)、9月15日(周二)");
  expect(warnings("杨秀英")[0]).toContain("已记2次");
});

test("李明's first absence is final only after the first reminding day: he is warned on the next one", async () => {
  await run(["2026-09-20 09:00"]);
  city.now = at("2026-09-21 10:00");
  await finalise("活-2026-002", "除李明外全到");
  await run(["2026-09-21 10:05", "2026-09-22 09:00", "2026-09-23 09:00"]);
  await hearsOnce("李明", "9月15日");
});

test("where a rule says nothing of a first absence, the second is warned of all the same", async () => {
  const rules = { group_activity_unapproved: { notice_from: 2 } };
  await run(ALL_STEPS, { attendance: { rules } });
  await hearsOnce("杨秀英", "7月18日");
});

test("陈建国 missed the session of last year and has changed his group since: he is warned before the next session", async () => {
  city.now = at("2026-11-20 10:00");
  await city.database.db.execute(sql`
    with s as (insert into activities (number, org_id, kind, title, starts_at, on_day, state, final_at, created_at)
      select '活-2025-001', id, 'congress_session', '第五次会议', '2025-12-10 09:00+08', '2025-12-10', 'final',
        '2025-12-12', '2025-12-01' from orgs where name = '乌当区' returning id)
    insert into attendances (activity_id, mandate_id, person_id, status, answer, answered_at)
      select s.id, m.id, m.person_id, 'absent', 'coming', '2025-12-02' from s, mandates m
      join people p on p.id = m.person_id where p.name = '陈建国'`);
  await office().says("陈建国从羊昌镇代表小组调到东风镇代表小组,自11月23日");
  city.now = at("2026-11-23 10:00");
  await office().says("对");
  city.now = at("2026-11-24 10:00");
  await office().says(
    "发布会议 乌当区第十八届人民代表大会第六次会议 地点区会议中心\n12月15日上午9点 全体会议",
  );
  await office().says("对");
  await run(["2026-11-24 10:05", "2026-12-11 09:00", "2026-12-14 09:00", "2026-12-15 08:00"]);
  await hearsOnce("陈建国", "2025年12月10日");
});

test("whoever has two already is not told that one more would make it", async () => {
  await finalise("活-2026-002", "除杨秀英外全到");
  await city.person("杨秀英").says("收到");
  await run(ALL_STEPS);
  await hearsOnce("杨秀英", "已记2次；已经到了规定的次数");
  expect(warnings("杨秀英")[0]).not.toContain("再有一次");
});
