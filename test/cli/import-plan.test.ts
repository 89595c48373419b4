import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planFile, type PlannedRow } from "#test/support/plan-file.ts";
import { rosterFile } from "#test/support/roster-file.ts";
import { watchText } from "#test/support/leaks.ts";

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
    execFile(process.execPath, ["src/cli/lvzhi.ts", ...words], { env }, (error, out, err) => {
      watchText(err, "errors");
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
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

const markOf = (said: string): string => /--yes=[\w-]+/u.exec(said)?.[0] ?? "";
const looked = async (rows: readonly PlannedRow[], ...options: readonly string[]): Promise<string> =>
  markOf((await plan(rows, ...options, "--dry-run")).out);

test(
  "an operator is shown a plan, and just what was shown is planned, once",
  { timeout: 120_000 },
  async () => {
    const shown = await plan(PLAN, "--dry-run");
    expect(shown.out).toContain("Would plan: 2 activities new");
    const asked = await plan(PLAN);
    expect(asked.code).toBe(1);
    expect(asked.out).toContain("新增 2099年3月12日(周四) 09:30 羊昌镇视察");
    expect(markOf(asked.err)).toBe(markOf(shown.out));
    expect((await plan(PLAN, markOf(asked.err))).out).toContain("Planned: 2 activities new, 0 changed");
    expect((await plan(PLAN, markOf(asked.err))).out).toContain("Nothing to plan");
    const next = [inspection(1, "2099-03-19"), inspection(3, "二季度")];
    const changed = await plan(next, await looked(next));
    expect(changed.out).toContain("不在新表里");
    expect(changed.out).toContain("待定 2099年二季度 09:30 羊昌镇视察");
    expect(changed.out).toContain("Planned: 0 activities new, 1 changed, 1 without a day yet");
  },
);

test(
  "a plan that is not what was looked at is shown anew, and nothing is called off by a go that did not say so",
  { timeout: 120_000 },
  async () => {
    const fewer = [inspection(1, "2099-03-19"), inspection(4, "2099-09-01")];
    const mark = await looked(fewer);
    const other = await plan([inspection(1, "2099-03-20"), inspection(4, "2099-09-01")], mark);
    expect(other.code).toBe(1);
    expect(other.out).toContain("3月20日");
    expect(other.err).toContain("Nothing was changed: this is not what the look with");
    const more = await plan(fewer, mark, "--cancel-missing");
    expect(more.code).toBe(1);
    expect(more.err).toContain("which are called off");
    const gone = await plan(fewer, markOf(more.err), "--cancel-missing");
    expect(gone.out).toContain("2 no longer in the plan; 0 announced now, 2 called off, 0 messages");
    expect((await plan(fewer, "--yes")).err).toContain("--dry-run to look only or --yes=MARK");
  },
);

test("every bad cell is named, and nothing is planned", async () => {
  const bad = await plan([inspection(3, "2099-13-01"), { ...inspection(4, "2099-05-01"), org: "羊昌" }]);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain("年度计划 第2行「日期」:看不出哪天");
  expect(bad.out).toContain("年度计划 第3行「单位」:您管的范围里没有这个单位");
  expect(bad.err).toContain("2 cells are wrong; nothing was changed");
});
