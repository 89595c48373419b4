import { afterAll, beforeAll, expect, test } from "vitest";
import { examineNotices } from "#src/cli/lvzhi/examine-notices.ts";
import type { Finding } from "#src/cli/lvzhi/finding.ts";
import type { AbsenceRule } from "#src/domain/attendance/attendance-policy.ts";
import { listMandatesJudgedSince } from "#db/queries/final-since.ts";
import { judgeAbsences } from "#src/actions/absences/judge-absences.ts";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";
import { readPolicy } from "#test/support/policy.ts";
import { testWorld } from "#test/support/world.ts";

// Two deputies of the sample missed activities of this year, and were told.
const GROUP = "group_activity_unapproved";
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  await runAt(city.database.db, "absence-warnings", city.now);
});
afterAll(() => city.close());

const policy = readPolicy();
const group = policy.attendance.rules[GROUP];
const look = (rules: Readonly<Record<string, AbsenceRule | undefined>>): Promise<Finding> => {
  const known = Object.entries({ ...policy.attendance.rules, ...rules }).flatMap(([name, rule]) =>
    rule === undefined ? [] : [[name, rule] as const],
  );
  const attendance = { ...policy.attendance, rules: Object.fromEntries(known) };
  return city.database.db.transaction((tx) =>
    examineNotices(tx, { ...policy, attendance }, "policy.yaml", "2026-11-25"),
  );
};
const withGroup = (change: Partial<AbsenceRule>): AbsenceRule | undefined =>
  group === undefined ? undefined : { ...group, ...change };

test("the notices that stand are those of the rules as they are", async () => {
  const found = await look({});
  expect(found.fine).toBe(true);
  expect(found.says).not.toMatch(/^0 /u);
});

test("an operator is shown what a rule that was changed in place, or taken out, would do to the past", async () => {
  expect((await look({ [GROUP]: withGroup({ notice_from: 2 }) })).says).toMatch(
    /1 that stand would be taken back/u,
  );
  expect((await look({ [GROUP]: undefined })).fine).toBe(false);
  expect((await look({ [GROUP]: withGroup({ since: "2026-12-01" }) })).fine).toBe(false);
});

test("a rule that was lowered in place makes cases of warnings, and the operator is shown how many", async () => {
  expect((await look({ [GROUP]: withGroup({ strike_at: 1 }) })).says).toMatch(
    /1 that stand would be taken back, 1 would be new, of them 1 cases/u,
  );
});

test("no warning is a case for the office before it was told so, and both sides are", async () => {
  const lower = readPolicy({ attendance: { rules: { [GROUP]: { strike_at: 1 } } } });
  const stricter = await openCity("2026-11-25T10:00:00+08:00", undefined, undefined, { policy: lower });
  const { db } = stricter.database;
  await runAt(db, "absence-warnings", stricter.now);
  const waits = async () => (await stricter.person("孙丽").says("待办"))[0]?.text ?? "";
  expect(await waits()).not.toContain("杨秀英");
  const judged = await db.transaction(async (tx) =>
    judgeAbsences(tx, await listMandatesJudgedSince(tx, new Date(0)), {
      ...testWorld("2026-11-25T10:00:00+08:00"),
      policy: lower,
    }),
  );
  const kinds = judged.map(({ word }) => word.kind);
  expect(kinds).toEqual(["absence.struck", "absence.case"]);
  expect(await waits()).toContain("杨秀英");
  await stricter.close();
});

test("the rules that are told and quoted are those of the time", async () => {
  const rules = {
    [GROUP]: { until: "2026-12-31" },
    stricter: {
      ...group,
      window: "rolling_12_months",
      since: "2027-01-01",
      cite: { source: "新的办法", text: "一年内一次" },
    },
  };
  const changing = await openCity("2026-11-25T10:00:00+08:00", undefined, undefined, {
    policy: readPolicy({ attendance: { rules } }),
  });
  const told = async () => (await changing.person("杨秀英").says("缺席有什么规定"))[0]?.text ?? "";
  const explained = async () => {
    await changing.person("杨秀英").says("我的出勤 2026年");
    return (await changing.person("杨秀英").says("为什么"))[0]?.text ?? "";
  };
  expect(await told()).not.toContain("新的办法");
  expect(await explained()).not.toContain("新的办法");
  changing.now = new Date("2027-01-04T10:00:00+08:00");
  expect(await told()).toContain("新的办法");
  expect(await told()).not.toContain("辞职制度");
  expect(await explained()).toContain("辞职制度");
  await changing.close();
});

test("the old rule with its last day beside the new one with its first changes nothing about the past", async () => {
  const changed = { [GROUP]: withGroup({ until: "2026-11-30" }) };
  const fresh = { stricter: withGroup({ since: "2026-12-01", strike_at: 1 }) };
  expect((await look({ ...changed, ...fresh })).fine).toBe(true);
});
