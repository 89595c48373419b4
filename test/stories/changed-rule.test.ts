import { afterAll, beforeAll, expect, test } from "vitest";
import { examineNotices } from "#src/cli/lvzhi/examine-notices.ts";
import type { Finding } from "#src/cli/lvzhi/finding.ts";
import type { AbsenceRule } from "#src/domain/attendance/attendance-policy.ts";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";
import { readPolicy } from "#test/support/policy.ts";

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

test("the old rule with its last day beside the new one with its first changes nothing about the past", async () => {
  const changed = { [GROUP]: withGroup({ until: "2026-11-30" }) };
  const fresh = { stricter: withGroup({ since: "2026-12-01", strike_at: 1 }) };
  expect((await look({ ...changed, ...fresh })).fine).toBe(true);
});
