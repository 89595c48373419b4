import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { openWebApp } from "#test/support/web-app.ts";

// A file that a deputy hands in with a report is for whoever takes the report, and for as long as that is his task.
let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await openCity("2026-11-25T09:00:00+08:00");
  ({ app } = await openWebApp(city.database.db, () => city.now));
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterAll(async () => {
  await app.close();
  await city.close();
});

const opens = async (id: string, persona: string): Promise<boolean> =>
  (await app.inject({ url: `/api/chat/files/${id}?persona=${persona}` })).statusCode === 200;
const newest = async (): Promise<string> => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id from attachments order by created_at desc limit 1`,
  );
  return row?.id ?? "";
};
const isHandedIn = async (id: string): Promise<boolean> =>
  (
    await city.database.db.execute(
      sql`select 1 from attachments where id = ${id} and submission_id is not null`,
    )
  ).length === 1;

let handedIn: string;
test("it opens for the clerk of the place, whose reading is in the audit, and for no other", async () => {
  await city.person("李明").shows(1, "提交自评 今年走访选民40户");
  await city.person("李明").taps("对，交上");
  handedIn = await newest();
  expect(await isHandedIn(handedIn)).toBe(true);
  expect(await opens(handedIn, "clerk-yangchang")).toBe(true);
  for (const other of ["clerk-dongfeng", "wangfang", "unit-urban", "resident", "stranger"])
    expect(await opens(handedIn, other)).toBe(false);
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from audit a join people p on p.id = a.actor_id
    where a.action = 'file.read' and a.subject = 'submission'`);
  expect(rows.map((row) => row.name)).toEqual(["刘敏"]);
});

test("it opens no more on the day after the role ended, and still for its deputy", async () => {
  await city.database.db.execute(sql`update staff_roles set valid_to = '2026-11-25'
    where person_id = (select id from people where name = '刘敏')`);
  expect(await opens(handedIn, "clerk-yangchang")).toBe(true);
  city.now = at("2026-11-26 09:00");
  expect(await opens(handedIn, "clerk-yangchang")).toBe(false);
  expect(await opens(handedIn, "liming")).toBe(true);
});

test("a file of somebody else's conversation, or of a record, is handed in with nobody's report", async () => {
  await city.person("陈建国").shows(1);
  const others = await newest();
  await city.person("王芳").shows(1, "今天走访黄连村3户");
  const filed = await newest();
  await city.person("王芳").says("对");
  const conversation = "web:demo:wangfang";
  const attachments = [others, filed].map((id) => ({ id, name: "自评.png", type: "image/png" }));
  const common = { channel: "web", bot: "demo", conversation, sender: conversation, sentAt: city.now };
  const body = { kind: "text", text: "提交自评 今年走访40户", attachments } as const;
  await city.service.accept({ ...common, externalId: "not-mine", body });
  await city.person("王芳").says("应办");
  const [done] = await city.person("王芳").taps("对，交上");
  expect(done?.text).toContain("自评交上了");
  expect(done?.text).not.toContain("附2个文件");
  expect([await isHandedIn(others), await isHandedIn(filed)]).toEqual([false, false]);
});
