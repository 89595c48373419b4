import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { knownMigrations, migrateDatabase } from "#db/migrate.ts";
import { type City, openCity } from "#test/support/city.ts";
import { openOldDatabase, readRows } from "#test/support/old-database.ts";
import { startOldProcess } from "#test/support/old-process.ts";
import { answerTo } from "#test/support/overheard.ts";

const AT = "2026-09-16T09:00:00+08:00";
const ALL = knownMigrations();
/** The first version, one each after the first and the second evening, and the one before this. */
const STARTS = [1, 11, 26, ALL.length - 1];

// What 李明, his clerk and the office ask of the program before and after.
const QUESTIONS = [
  ["李明", "我的履职"],
  ["李明", "我的出勤"],
  ["杨秀英", "为什么"],
  ["刘敏", "统计 羊昌镇 走访 今年"],
  ["刘敏", "代表 杨秀英"],
  ["刘敏", "活动"],
  ["孙丽", "未报 本月"],
] as const;

let city: City;
beforeAll(async () => {
  city = await openCity(AT);
  const [li, clerk] = [city.person("李明"), city.person("刘敏")];
  await li.says("昨天和王芳代表走访黄连村17户,群众反映路灯不亮");
  await li.says("对");
  await clerk.says("发布活动 9月28日上午9点 羊昌镇代表小组 小组活动 地点镇政府 内容视察");
  await clerk.says("对");
  await city.person("王芳").says("28号小组活动请假,去市里看病");
  await city.person("陈建国").says("反馈 字太小了");
  await clerk.says("到会 活-2026-002 除杨秀英外全到");
  await clerk.says("对");
  await clerk.says("定稿 活-2026-002");
  await clerk.says("对");
});
afterAll(() => city.close());

const answersOf = async (house: City): Promise<string[]> => {
  const answers: string[] = [];
  for (const [name, said] of QUESTIONS) answers.push(`${name}: ${await answerTo(house.person(name), said)}`);
  return answers;
};

test.each(STARTS)(
  "a database of the first %i migrations is brought up to date while an older process works on it: nothing is lost",
  async (count) => {
    const old = await openOldDatabase(city.database.address, count);
    const before = await readRows(old.address);
    const earlier = startOldProcess(old.address, "吴红梅", "web:demo:wuhongmei");
    await expect.poll(() => earlier.filed.length).toBeGreaterThan(5);
    await migrateDatabase(old.address);
    const [taken, filed] = [earlier.taken.length, earlier.filed.length];
    await expect.poll(() => earlier.taken.length).toBeGreaterThan(taken + 5);
    await expect.poll(() => earlier.filed.length).toBeGreaterThan(filed + 2);
    await earlier.stop();

    const after = await readRows(old.address, before);
    for (const [table, { rows }] of before) {
      const still = new Set(after.get(table)?.rows);
      expect([table, rows.filter((row) => !still.has(row))]).toEqual([table, []]);
    }
    expect(
      await old.db
        .execute(sql`select (select count(*)::int from inbox where external_id like 'web:demo:wuhongmei/%'
        and received_at > now() - interval '1 hour' and external_id = any(${sql.param([...earlier.taken])}::text[])) taken,
        (select count(*)::int from duty_records where number = any(${sql.param([...earlier.filed])}::text[])) filed`),
    ).toEqual([{ taken: earlier.taken.length, filed: earlier.filed.length }]);

    const now = await openCity(AT, undefined, undefined, { database: old });
    try {
      await expect.poll(() => waiting(now), { timeout: 40_000 }).toEqual({ waiting: 0, dead: 0, unsent: 0 });
      const answered = now.wire.sent.filter((one) => one.conversation === "web:demo:wuhongmei");
      expect(answered.length).toBeGreaterThanOrEqual(earlier.taken.length - earlier.filed.length);
      expect(await answersOf(now)).toEqual(await answersOf(city));
    } finally {
      await now.close();
    }
  },
  90_000,
);

const waiting = async ({ database }: City): Promise<unknown> => {
  const [row] = await database.db.execute(sql`
    select count(*) filter (where status = 'waiting')::int waiting, count(*) filter (where status = 'dead')::int dead,
      (select count(*)::int from outbox where status in ('new', 'sending') and not unasked) unsent from inbox`);
  return row;
};
