import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-10T10:00:00+08:00");
});
afterEach(() => city.close());

const run = (when: string, patch: object = {}) => {
  city.now = at(when);
  return runAt(city.database.db, "deadline-reminders", city.now, patch);
};
const says = async (name: string, ...said: readonly string[]): Promise<string> => {
  let heard = "";
  for (const words of said) heard = (await city.person(name).says(words)).map((one) => one.text).join("\n");
  return heard;
};
const reminders = (name: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder")
    .map((one) => one.text);
const states = async (name: string, rule: string): Promise<string[]> => {
  const rows = await city.database.db.execute<{ state: string }>(sql`
    select m.level || ' ' || b.state state from obligations b join people p on p.id = b.person_id
      join mandates m on m.id = b.mandate_id where b.rule = ${rule} and p.name = ${name} order by m.level`);
  return rows.map((row) => row.state);
};
const NEW_TERM = ["换届 十九届 11月16日 全部连任", "对"] as const;

describe("a new term in November, all elected again", () => {
  test("what the year asks is still asked of them, once, with reminders, and they are late with it", async () => {
    await run("2026-11-10 10:05");
    await says("孙丽", ...NEW_TERM);
    await run("2026-11-20 09:00");
    expect(await states("李明", "annual_report")).toEqual(["district open"]);
    expect(await says("李明", "应办")).toContain("年度履职报告，12月20日(周日)前");
    await run("2026-11-25 09:01");
    await waitUntil(() => reminders("李明").some((one) => one.includes("年度履职自评")));
    await run("2026-12-14 09:00");
    expect(await says("刘敏", "未交 自评")).toContain("还差5人");
    await says("李明", "提交自评 今年走访选民40户,提建议1件", "对");
    expect(await says("李明", "应办")).toContain("已交，等收下");
    expect(await says("刘敏", "未交 自评")).toContain("还差4人");
  });

  test("where the new term was registered before anybody looked what the year asks, they owe it all the same", async () => {
    await says("孙丽", ...NEW_TERM);
    await run("2026-11-26 09:05");
    for (const rule of ["annual_report", "self_review", "voter_contact_minimum"])
      expect(await states("李明", rule)).toEqual(["district open"]);
  });

  test("visits before and after the day of change are visits of one year", async () => {
    await says("李明", "昨天走访黄连村3户", "对");
    await run("2026-11-10 10:05");
    await says("孙丽", ...NEW_TERM);
    city.now = at("2026-11-20 10:00");
    await says("李明", "昨天走访黄连村5户", "对");
    await run("2026-11-26 09:05");
    expect(await states("李明", "voter_contact_minimum")).toEqual(["district accepted"]);
    expect(await says("李明", "我的履职")).not.toContain("接待或走访");
  });

  test("the report to voters of the old term is owed by its end, never by a day that is over", async () => {
    await says("孙丽", ...NEW_TERM);
    await run("2026-11-10 10:20");
    expect(await says("李明", "应办")).toContain("向选区选民述职，11月15日(周日)前");
    await run("2026-11-18 09:00");
    expect(await says("刘敏", "未交 述职")).toContain("李明");
    await says("李明", "提交述职报告 五年来走访选民200户", "对");
    expect(await says("刘敏", "接收 李明 述职报告")).toContain("已收下");
    expect(await says("刘敏", "未交 述职")).not.toContain("李明");
  });

  test("of a term that was over when it was registered no report is asked any more", async () => {
    city.now = at("2026-11-20 10:00");
    await says("孙丽", ...NEW_TERM);
    await run("2026-11-26 09:05");
    expect(await states("李明", "report_to_voters")).toEqual([]);
  });

  test("undone it is as if it had not been: the year is owed, the end of the term is not known", async () => {
    await run("2026-11-10 10:05");
    await says("孙丽", ...NEW_TERM);
    await run("2026-11-10 10:20");
    await says("孙丽", "撤销", "对");
    await run("2026-11-10 10:35");
    const own = await says("李明", "应办");
    expect(own).toContain("年度履职报告");
    expect(own).not.toContain("述职");
    expect(await states("李明", "annual_report")).toEqual(["district open"]);
  });
});

describe("who was not elected again", () => {
  test("owes nothing that falls due later, and stays in the list with what was due before", async () => {
    await run("2026-11-10 10:05", { obligations: { self_review: { due: { on: "11-12" } } } });
    await says("孙丽", "换届 十九届 11月16日 除李明外全部连任", "对");
    await run("2026-11-26 09:05");
    const late = await says("刘敏", "未交");
    expect(late).toMatch(/年度履职自评[^\n]*李明/u);
    expect(late).not.toMatch(/年度履职报告[^\n]*李明/u);
    expect(await says("李明", "应办")).not.toContain("年度履职报告");
  });
});

describe("who sits in two congresses", () => {
  beforeEach(() =>
    city.database.db.execute(sql`insert into mandates (person_id, level, term, valid_from, township_id)
      select p.id, 'township', '十九届', '2021-12-01', o.id from people p, orgs o
      where p.name = '李明' and o.name = '羊昌镇'`),
  );

  test("does for both what he does once, and hears so of his own duty", async () => {
    await says("李明", "昨天走访黄连村3户", "对");
    await run("2026-11-10 10:05");
    expect(await states("李明", "voter_contact_minimum")).toEqual(["district open", "township open"]);
    const own = await says("李明", "我的履职");
    expect(own.match(/每年至少两次接待或走访选民，/gu)).toHaveLength(1);
    await says("李明", "11月5日走访黄连村4户", "对");
    await run("2026-11-26 09:05");
    expect(await states("李明", "voter_contact_minimum")).toEqual(["district accepted", "township accepted"]);
    expect(await says("李明", "我的履职")).not.toContain("接待或走访");
  });

  test("does for the second only what was done while sitting there", async () => {
    await city.database.db.execute(
      sql`update mandates set valid_from = '2026-05-01' where level = 'township'
        and person_id = (select id from people where name = '李明')`,
    );
    await says("李明", "昨天走访黄连村3户", "对", "4月5日走访黄连村4户", "对");
    await run("2026-11-26 09:05");
    expect(await states("李明", "voter_contact_minimum")).toEqual(["district accepted", "township open"]);
    expect(await says("李明", "我的履职")).toContain("接待或走访");
  });
});

test("of a rule for every quarter the reminder counts what was done in that quarter", async () => {
  const visits = {
    title: "每季度至少两次走访选民",
    levels: ["district"],
    period: "quarter",
    due: { days_after_end: 0 },
    needs: { records: ["home_visit"], at_least: 2 },
    in_office_days: 30,
    accepted_by: "office",
    reminders: { days_before: [30], overdue: "none" },
    cite: { source: "默认", text: "每季度至少两次走访选民" },
  };
  const patch = { obligations: { quarterly_visits: visits } };
  for (const day of ["1月5日", "2月5日", "3月5日"]) await says("李明", `${day}走访黄连村3户`, "对");
  await says("王芳", "1月5日走访黄连村3户", "对", "10月20日走访黄连村3户", "对");
  await run("2026-11-30 09:00", patch);
  await run("2026-12-01 09:01", patch);
  const said = (name: string) => reminders(name).find((one) => one.includes("每季度")) ?? "";
  await waitUntil(() => said("李明") !== "" && said("王芳") !== "");
  expect(said("李明")).toMatch(/每季度[^\n]*(?:\n[^\n]*)?还差2次/u);
  expect(said("王芳")).toMatch(/每季度[^\n]*(?:\n[^\n]*)?还差1次/u);
});
