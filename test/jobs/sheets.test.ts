import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobName } from "#jobs/job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.person("李明").says("9月15日走访黄连村12户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const run = (name: JobName, when: string, patch: object = {}) => {
  city.now = at(when);
  return runAt(city.database.db, name, city.now, patch);
};
const sheets = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "export.ready");

test("the office gets the last week as a table on Monday morning, once", async () => {
  const runs = await Promise.all([1, 2, 3].map(() => run("weekly-sheet", "2026-09-21 09:00")));
  expect(runs.filter((one) => one !== null)).toHaveLength(1);
  await eventually(() => expect(sheets("孙丽")).toHaveLength(1));
  const [sheet] = sheets("孙丽");
  expect(sheet?.text).toContain("上周的履职周报：乌当区 9月14日至9月20日，共1条记录");
  expect(sheet?.attachments[0]?.name).toContain("2026-09-14至2026-09-20.xlsx");
  expect(sheets("刘敏")).toEqual([]);
  expect(await run("weekly-sheet", "2026-09-22 09:00")).toBeNull();
});

test("what was missed by night waits for the morning", async () => {
  await run("weekly-sheet", "2026-09-28 22:30");
  await eventually(() => expect(sheets("孙丽")).toHaveLength(1));
  const due = () =>
    city.database.db.execute<{ due: string }>(sql`select due_at::text due from outbox
      where key like 'news:task:sheet:week:2026-09-28%' and status = 'new'`);
  let rows = await due();
  for (let tries = 0; rows.length === 0 && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    rows = await due();
  }
  expect(rows.map((one) => new Date(one.due).toISOString())).toEqual(["2026-09-29T00:00:00.000Z"]);
});

test("the last month comes on the first working day of the next, to whom the district says", async () => {
  const patch = { sheets: { readers: ["township_clerk"] } };
  // The first seven days of October are the nation's holiday.
  for (const day of ["01", "05", "07"])
    expect((await run("monthly-sheet", `2026-10-${day} 09:00`, patch))?.tally.due ?? 0).toBe(0);
  expect(sheets("刘敏")).toEqual([]);
  const work = await run("monthly-sheet", "2026-10-08 09:00", patch);
  expect(work?.tally).toMatchObject({ due: 2, waiting: 2 });
  await eventually(() => expect(sheets("刘敏")).toHaveLength(1));
  expect(sheets("刘敏")[0]?.text).toContain("上月的履职月报：羊昌镇 2026年9月，共1条记录");
  await eventually(() => expect(sheets("赵勇")).toHaveLength(1));
  expect(sheets("赵勇")[0]?.text).toContain("共0条记录");
  // It is heard a moment before it is marked.
  await eventually(async () => expect(await work?.recount?.()).toMatchObject({ due: 2, sent: 2 }));
});

test("after nine days of Spring Festival one table tells of both weeks that none was due for", async () => {
  const spring = await openCity("2026-02-05T09:00:00+08:00");
  try {
    spring.now = at("2026-02-11 09:00");
    await spring.person("李明").says("2月10日走访黄连村12户");
    await spring.person("李明").says("对");
    spring.now = at("2026-02-24 09:00");
    await runAt(spring.database.db, "weekly-sheet", spring.now);
    const ready = () => heardOf(spring.person("孙丽"), "export.ready").map((one) => one.text);
    await eventually(() => expect(ready()).toHaveLength(1));
    expect(ready()[0]).toContain("这两周的履职周报：乌当区 2月9日至2月22日，共1条记录");
  } finally {
    await spring.close();
  }
});

test("of a week in which nothing was filed there is no table, but one line, and what waits", async () => {
  const still = await openCity("2026-11-26T09:00:00+08:00");
  try {
    await still.person("李明").says("请假 活-2026-003 出差");
    still.now = at("2026-11-30 09:00");
    await runAt(still.database.db, "weekly-sheet", still.now);
    const quiet = () => heardOf(still.person("孙丽"), "export.quiet");
    await eventually(() => expect(quiet()).toHaveLength(1));
    expect(quiet()[0]?.text).toContain(
      "上周的履职周报：乌当区 11月23日至11月29日，没有新的履职记录，没有做表格。",
    );
    expect(quiet()[0]?.text).toMatch(/等您办的：/u);
    expect(quiet()[0]?.attachments).toEqual([]);
    expect(heardOf(still.person("孙丽"), "export.ready")).toEqual([]);
  } finally {
    await still.close();
  }
});

test("a table that was missed for days is made late, once, and tells of every week since the last", async () => {
  const away = await openCity("2026-08-03T08:00:00+08:00");
  const runs = async (when: string) => {
    away.now = at(when);
    return runAt(away.database.db, "weekly-sheet", away.now);
  };
  const told = () => [
    ...heardOf(away.person("孙丽"), "export.ready"),
    ...heardOf(away.person("孙丽"), "export.quiet"),
  ];
  const tells = async (line: string) => {
    await away.person("李明").says(line);
    await away.person("李明").says("对");
  };
  try {
    await runs("2026-08-03 09:00");
    await eventually(() => expect(told()).toHaveLength(1));
    away.now = at("2026-08-06 09:00");
    await tells("8月5日走访黄连村12户");
    await runs("2026-08-15 10:00");
    await eventually(() => expect(told()).toHaveLength(2));
    expect(heardOf(away.person("孙丽"), "export.ready").at(-1)?.text).toContain(
      "上周的履职周报：乌当区 8月3日至8月9日，共1条记录",
    );
    await tells("8月12日走访黄连村3户");
    await runs("2026-08-29 10:00");
    await eventually(() => expect(told()).toHaveLength(3));
    expect(heardOf(away.person("孙丽"), "export.ready").at(-1)?.text).toContain(
      "这两周的履职周报：乌当区 8月10日至8月23日，共1条记录",
    );
    expect(await runs("2026-08-29 12:00")).toBeNull();
    expect(told()).toHaveLength(3);
  } finally {
    await away.close();
  }
});
