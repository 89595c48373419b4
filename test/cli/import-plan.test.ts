import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile, type PlannedRow } from "#test/support/plan-file.ts";
import { rosterFile } from "#test/support/roster-file.ts";

let folder = "";
type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs an operator's command on the folder of this test. */
function lvzhi(...words: readonly string[]): Promise<Ended> {
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: path.join(folder, "data"),
    DEMO: "0",
    FIELD_KEY: "a field key for the plan test, long enough",
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

async function plan(rows: readonly PlannedRow[], ...options: readonly string[]): Promise<Ended> {
  const file = path.join(folder, "plan.xlsx");
  writeFileSync(file, await planFile(rows));
  return lvzhi("import-plan", file, ...options);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "lvzhi-plan-"));
  const roster = path.join(folder, "roster.xlsx");
  const orgs = [{ name: "羊昌镇", kind: "镇街" }];
  const seat = { level: "区", term: "十八届", township: "羊昌镇", from: "2021-12-20", status: "在任" };
  writeFileSync(roster, await rosterFile({ orgs, mandates: [{ name: "李明", ...seat }] }));
  expect(await lvzhi("import-roster", roster)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inspection = (number: number, on: string): PlannedRow => ({
  number,
  org: "羊昌镇",
  kind: "视察",
  when: on,
  time: "上午9点半",
});
const PLAN = [inspection(1, "2099-03-12"), inspection(2, "2099-06-12")];

test(
  "an operator is shown a plan, and it is planned with --yes only, once",
  { timeout: 60_000 },
  async () => {
    expect((await plan(PLAN, "--dry-run")).out).toContain("Would plan: 2 activities new");
    const asked = await plan(PLAN);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain("新增 3月12日(周四) 09:30 羊昌镇视察");
    expect(asked.err).toContain("add --yes");
    expect((await plan(PLAN, "--yes")).out).toContain("Planned: 2 activities new, 0 changed");
    expect((await plan(PLAN, "--yes")).out).toContain("Nothing to plan");
    const changed = await plan([inspection(1, "2099-03-19"), inspection(3, "二季度")], "--yes");
    expect(changed.out).toContain("不在新表里");
    expect(changed.out).toContain("待定 二季度 09:30 羊昌镇视察");
    expect(changed.out).toContain("Planned: 0 activities new, 1 changed, 1 without a day yet");
    const fewer = await plan([inspection(1, "2099-03-19")], "--yes", "--cancel-missing");
    expect(fewer.out).toContain("2 no longer in the plan; 0 announced now, 2 called off, 0 messages");
  },
);

test("every bad cell is named, and nothing is planned", async () => {
  const bad = await plan([inspection(3, "2099-13-01"), { ...inspection(4, "2099-05-01"), org: "羊昌" }]);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain("年度计划 第2行「日期」:看不出哪天");
  expect(bad.out).toContain("年度计划 第3行「单位」:您管的范围里没有这个单位");
  expect(bad.err).toContain("2 cells are wrong; nothing was changed");
});
