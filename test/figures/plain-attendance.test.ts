import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listPlainAttendance } from "#db/queries/figures/plain-attendance.ts";
import {
  absencesOf,
  addTallies,
  countAttendance,
  tallyOf,
  tallyOfPlain,
} from "#src/actions/figures/counted-attendance.ts";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { World } from "#src/domain/rules.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";

const world: World = {
  now: new Date("2026-09-16T01:00:00Z"),
  zone: "Asia/Shanghai",
  today: "2026-09-16",
  policy: readPolicy(),
  calendar: toCalendar(OFFICIAL_DAYS, {}),
  channels: [],
};

let city: City;

// Transfers, second seats, suspensions, sessions with sittings, minutes, leave and notice of every kind, at random.
beforeAll(async () => {
  city = await openCity();
  const one = (words: string) =>
    sql`(${sql.param(words.split(" "))}::text[])[1 + floor(random() * ${words.split(" ").length}::int4 + x * 0)]`;
  await city.database.db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.17)`);
    await tx.execute(sql`
      with born as (insert into people (name, kind) select '代表' || n, 'member' from generate_series(1, 60) n
        returning id, name),
        first as (insert into mandates (person_id, level, term, township_id, valid_from, valid_to)
          select id, 'district', '十八', (select min(id) from orgs where kind = 'township'), '2021-12-20',
            case when id % 5 = 0 then '2026-05-10'::date when id % 6 = 1 then '2026-07-31' end from born returning id, person_id)
      insert into mandates (person_id, level, term, township_id, valid_from)
      select person_id, case when person_id % 2 = 0 then 'township' else 'district' end, '十八',
        (select max(id) from orgs where kind = 'township'), '2026-05-11' from first where person_id % 5 = 0`);
    await tx.execute(sql`
      insert into suspensions (mandate_id, from_day, to_day)
      select id, '2026-04-01', case when id % 2 = 0 then '2026-06-30'::date end from mandates where id % 7 = 0`);
    await tx.execute(sql`
      insert into activities (number, org_id, kind, title, starts_at, on_day, state, created_at, moved_at, minutes)
      select 'T' || x, (select min(id) from orgs), ${one("inspection congress_session training")}, '活动' || x,
        d + time '09:00', d, ${one("final final final planned cancelled")}, d - 20,
        case when random() < 0.2 then d - interval '3 days' end, case when random() < 0.3 then 120 end
      from generate_series(1, 60) x cross join lateral (select date '2026-01-01' + x * 5 d) days`);
    await tx.execute(
      sql`update activities set session_id = id - 1 where id % 4 = 0 and number like 'T%' and number <> 'T1'`,
    );
    await tx.execute(sql`
      insert into attendances (activity_id, mandate_id, person_id, status, minutes, answered_at, called_at)
      select a.id, m.id, m.person_id, ${one("present present present late left_early leave absent expected")},
        case when random() < 0.2 then floor(random() * 120)::int end,
        case when random() < 0.3 then a.starts_at - random() * interval '6 days' + interval '1 day' end,
        case when random() < 0.1 then a.starts_at - random() * interval '4 days' end
      from activities a cross join mandates m cross join lateral (select a.id * m.id x) mixed
      where a.number like 'T%' and random() < 0.8`);
    await tx.execute(sql`
      insert into notices (activity_id, mandate_id, way, delivered_at)
      select activity_id, mandate_id, 'phone', a.starts_at - random() * interval '6 days' + interval '12 hours'
      from attendances t join activities a on a.id = t.activity_id where random() < 0.7`);
    await tx.execute(sql`
      insert into leaves (activity_id, mandate_id, person_id, reason, state, requested_at)
      select activity_id, mandate_id, person_id, 'illness', ${one("pending approved refused withdrawn")}, now()
      from attendances cross join lateral (select activity_id x) mixed where status in ('leave', 'absent') and random() < 0.6`);
    await tx.execute(sql`
      with born as (insert into people (name, kind) select '往届' || n, 'member' from generate_series(1, 1100) n returning id)
      insert into mandates (person_id, level, term, valid_from, valid_to)
      select id, 'district', '往届', '2016-12-20', '2026-06-01' from born`);
  });
  await city.database.db.execute(sql`analyze`);
}, 60_000);
afterAll(() => city.close());

test("however attendance is read, the figure of absence is the one that reading every line gives", async () => {
  await city.database.db.transaction(async (tx) => {
    const all = await tx.execute<{ id: string; town: string | null }>(
      sql`select id::text, township_id::text town from mandates where term <> '往届' order by id`,
    );
    const ended = await tx.execute<{ id: string }>(sql`select id::text from mandates where term = '往届'`);
    // Who has no attendance changes no figure, but so many are read in another way, and those of whom few sat all the stretch in yet another.
    const crowds = [
      [],
      Array.from({ length: 1_001 }, (_, n) => 10_000_000 + n),
      ended.map((one) => Number(one.id)),
    ];
    const towns = [...new Set(all.map((one) => one.town))];
    for (const period of [
      { from: "2026-01-01", to: "2026-12-31" },
      { from: "2026-04-01", to: "2026-06-30" },
      { from: "2026-05-11", to: "2026-05-11" },
    ])
      for (const town of [undefined, ...towns]) {
        const ids = all.filter((one) => town === undefined || one.town === town).map((one) => Number(one.id));
        const whole = countAttendance(await listAttendanceFacts(tx, ids), new Set(ids), period, world);
        for (const crowd of crowds) {
          const many = [...ids, ...crowd];
          const facts = await listAttendanceFacts(tx, many, period);
          const notable = countAttendance(facts, new Set(many), period, world);
          const plain = tallyOfPlain(await listPlainAttendance(tx, many, period), world);
          expect(addTallies(tallyOf(notable), plain)).toEqual(tallyOf(whole));
          expect(absencesOf(notable)).toEqual(absencesOf(whole));
          if (town !== undefined || period.to < "2026-12") continue;
          expect(tallyOf(whole).absent).toBeGreaterThan(50);
          expect(plain.present).toBeGreaterThan(300);
          expect(plain.leave).toBeGreaterThan(20);
        }
      }
  });
});
