import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringObligationsUpToDate } from "#jobs/owed-periods.ts";
import { addDays } from "#src/domain/day.ts";
import { periodOf } from "#src/domain/duty-period.ts";
import { isOwedBy, type Seat } from "#src/domain/obligation.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { readPolicy } from "#test/support/policy.ts";

// Who owes what is told in SQL for the list of all, and in the domain for one deputy's figures.
const TODAY = "2026-11-25";
const POLICY = readPolicy({
  obligations: {
    quarterly_note: {
      title: "季度小结",
      levels: ["district"],
      period: "quarter",
      due: { days_after_end: -7 },
      needs: { submission: "annual_report" },
      in_office_days: 45,
      accepted_by: "office",
      reminders: { days_before: [7], overdue: "none" },
      cite: { source: "默认", text: "每季度小结" },
    },
  },
});
let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const seat: fc.Arbitrary<Seat> = fc
  .record({
    level: fc.constantFrom("district" as const, "township" as const),
    from: fc.integer({ min: -400, max: 60 }).map((days) => addDays(TODAY, days)),
    to: fc.option(fc.integer({ min: -59, max: 380 }).map((days) => addDays(TODAY, days))),
    status: fc.constantFrom("active" as const, "active" as const, "suspended" as const, "resigned" as const),
  })
  .filter(({ from, to }) => to === null || to > from);

// One to three seats, in one congress or two, one after another, apart or over each other: as registers turn out.
const deputy: fc.Arbitrary<readonly Seat[]> = fc.array(seat, { minLength: 1, maxLength: 3 });

test("of six hundred deputies with all their seats the list says of each what the figures say is owed", async () => {
  const deputies = fc.sample(deputy, { numRuns: 600, seed: 4 });
  const seats = deputies.flatMap((held, of) => held.map((one, nth) => ({ ...one, of: of + 1, nth })));
  const list = (pick: (one: (typeof seats)[number]) => string | number | null) => sql.param(seats.map(pick));
  const { db } = database;
  await db.execute(sql`
    with born as (insert into people (name) select '代表' || n from generate_series(1, ${deputies.length}::int) n
      returning id, name)
    insert into mandates (person_id, level, term, valid_from, valid_to, status)
    select born.id, x.level, '第' || x.nth || '届', x.f::date, x.t::date, x.status
    from unnest(${list((one) => one.of)}::int[], ${list((one) => one.nth)}::int[], ${list((one) => one.level)}::text[],
      ${list((one) => one.from)}::text[], ${list((one) => one.to)}::text[], ${list((one) => one.status)}::text[])
      as x(person, nth, level, f, t, status)
    join born on born.name = '代表' || x.person`);
  await db.transaction((tx) =>
    bringObligationsUpToDate(tx, { now: new Date(`${TODAY}T01:00:00Z`), policy: POLICY }, [TODAY, TODAY]),
  );
  const rows = await db.execute<{ owed: string }>(sql`
    select p.name || ' ' || m.level || ' ' || o.rule || ' ' || o.period owed from obligations o
      join people p on p.id = o.person_id join mandates m on m.id = o.mandate_id
    where o.rule <> 'report_to_voters'`);
  const told = Object.entries(POLICY.obligations).flatMap(([rule, obligation]) => {
    if (obligation.period === "term") return [];
    const period = periodOf(obligation.period, TODAY);
    const owes = (held: readonly Seat[], level: Seat["level"]) =>
      isOwedBy(
        obligation,
        held.filter((one) => one.level === level),
        period,
      );
    return deputies.flatMap((held, nth) =>
      (["district", "township"] as const)
        .filter((level) => owes(held, level))
        .map((level) => `代表${nth + 1} ${level} ${rule} ${period.id}`),
    );
  });
  expect(told.length).toBeGreaterThan(500);
  expect(rows.map((row) => row.owed).sort()).toEqual(told.sort());
});
