import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";
import { eventually } from "#test/support/eventually.ts";

// 刘敏's session lies open on a desk, and somebody who sits there tries to hit the number on her telephone.
let desk: Desk;
let open: string;
beforeAll(async () => {
  desk = await openDesk();
  open = await desk.enter("刘敏");
});
afterAll(() => desk.close());

const GUESSED = "account.numbers-guessed";
const told = () => desk.city.wire.sent.filter((one) => one.kind === GUESSED);
async function guess(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) expect(await desk.prove(open, `99999${at}`)).toBe(403);
}
async function audited(): Promise<readonly string[]> {
  const rows = await desk.city.database.db.execute<{ line: string }>(sql`
    select coalesce(by.name, 'nobody') || ' ' || p.name line from audit a join people p on p.id = a.subject_id
    left join people by on by.id = a.actor_id where a.action = 'factor.guessed'`);
  return rows.map((row) => row.line);
}

test("four slips and the right number are nobody's business", async () => {
  await guess(4);
  desk.later(1);
  expect(await desk.prove(open, desk.number("刘敏"))).toBe(204);
  expect(await audited()).toEqual([]);
  desk.later(15);
});

test("five wrong numbers in ten minutes: she hears it wherever she is bound, and it stands in the audit", async () => {
  await guess(5);
  await eventually(() => expect(told()).toHaveLength(2));
  expect(new Set(told().map((one) => one.conversation)).size).toBe(2);
  expect(await Promise.all(desk.woken)).toEqual([2]);
  for (const { text, choices } of told()) {
    expect(text).toContain("填错了5次");
    expect(choices.map((one) => one.label)).toEqual(["不是我\uff0c退出其他登录"]);
  }
  expect(await audited()).toEqual(["nobody 刘敏"]);
  expect(desk.logged.filter((one) => one.event === "factor.guessing")).toHaveLength(1);
});

test("even the right number waits then, and another round the same day is told no second time", async () => {
  expect(await desk.prove(open, desk.number("刘敏"))).toBe(403);
  desk.later(11);
  await guess(5);
  expect(await audited()).toHaveLength(2);
  expect(told()).toHaveLength(2);
});

test("twenty in a day end the session, make her open code worth nothing, and she hears that", async () => {
  const code = await desk.invite("刘敏");
  desk.later(11);
  await guess(5);
  expect(await desk.look(open)).toBe(200);
  desk.later(11);
  await guess(1);
  expect(await desk.look(open)).toBe(401);
  expect((await desk.show(code)).error).toBe("bad-code");
  await eventually(() => expect(told().some((one) => one.text.includes("已经退出"))).toBe(true));
});

test("at the entrance it is the same: who tries numbers with her code is told nothing, and she everything", async () => {
  await desk.enter("赵勇");
  desk.later(60);
  const code = await desk.invite("赵勇");
  const before = told().length;
  for (let at = 0; at < 5; at += 1) expect((await desk.show(code, `99999${at}`)).error).toBe("bad-factor");
  await eventually(() => expect(told()).toHaveLength(before + 2));
  expect((await desk.city.person("赵勇").says("退出其他登录"))[0]?.text).toContain("绑定码也作废了");
  expect((await desk.show(code)).error).toBe("bad-code");
});
