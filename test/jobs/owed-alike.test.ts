import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringObligationsUpToDate } from "#jobs/owed-periods.ts";
import { addDays, type Day } from "#src/domain/day.ts";
import { periodOf } from "#src/domain/duty-period.ts";
import { isOwedBy } from "#src/domain/obligation.ts";
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
type Span = { readonly level: "district" | "township"; readonly from: Day; readonly to: Day | null };

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const span: fc.Arbitrary<Span> = fc.record({
  level: fc.constantFrom("district" as const, "township" as const),
  from: fc.integer({ min: -400, max: 60 }).map((days) => addDays(TODAY, days)),
  to: fc.option(fc.integer({ min: 61, max: 500 }).map((days) => addDays(TODAY, days - 120))),
});

test("of six hundred deputies the list says of each what the figures say is owed", async () => {
  const spans = fc.sample(
    span.filter(({ from, to }) => to === null || to > from),
    { numRuns: 600, seed: 4 },
  );
  const { db } = database;
  await db.execute(sql`
    with born as (insert into people (name) select '代表' || n from generate_series(1, ${spans.length}::int) n returning id, name)
    insert into mandates (person_id, level, term, valid_from, valid_to)
    select born.id, x.level, '第十八届', x.f::date, x.t::date
    from unnest(${sql.param(spans.map((one) => one.level))}::text[], ${sql.param(spans.map((one) => one.from))}::text[],
      ${sql.param(spans.map((one) => one.to))}::text[]) with ordinality as x(level, f, t, n)
    join born on born.name = '代表' || x.n`);
  await db.transaction((tx) => bringObligationsUpToDate(tx, POLICY, [TODAY, TODAY]));
  const rows = await db.execute<{ owed: string }>(sql`
    select p.name || ' ' || o.rule || ' ' || o.period owed from obligations o join people p on p.id = o.person_id
    where o.rule <> 'report_to_voters'`);
  const told = Object.entries(POLICY.obligations).flatMap(([rule, obligation]) => {
    if (obligation.period === "term") return [];
    const period = periodOf(obligation.period, TODAY);
    return spans.flatMap((one, nth) =>
      isOwedBy(obligation, one, period) ? [`代表${nth + 1} ${rule} ${period.id}`] : [],
    );
  });
  expect(told.length).toBeGreaterThan(500);
  expect(rows.map((row) => row.owed).sort()).toEqual(told.sort());
});
