import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { heardOf } from "#test/support/overheard.ts";

// A session with one sitting; whoever misses it was absent from the session.
let city: City;
afterEach(() => city.close());

const office = () => city.person("孙丽");
const inOrder = async (lines: readonly string[]): Promise<void> => {
  for (const line of lines) await office().says(line);
};

async function callSession(): Promise<readonly [string, string]> {
  city = await openCity("2026-12-28T10:00:00+08:00");
  await inOrder(["发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议", "对"]);
  const rows = await city.database.db.execute<{ number: string }>(sql`
    select number from activities where starts_at >= '2027-01-12' order by session_id nulls first`);
  return [rows[0]?.number ?? "", rows[1]?.number ?? ""];
}

async function missedBy(name: string, session: string, sitting: string): Promise<number> {
  city.now = at("2027-01-08 18:00");
  await inOrder([`到会 ${sitting} 除${name}外全到`, "对", `定稿 ${sitting}`, "对", `定稿 ${session}`, "对"]);
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from absence_notices n join people p on p.id = n.person_id
    where n.withdrawn_at is null and p.name = ${name}`);
  return row?.n ?? 0;
}

const move = (sitting: string) => {
  city.now = at("2026-12-29 10:00");
  return inOrder([`改活动 ${sitting} 改到1月8日上午9点`, "对"]);
};

test("whom nobody told of the new day was not absent from the session, although the old day had been announced", async () => {
  const [session, sitting] = await callSession();
  await city.database.db.execute(
    sql`delete from accounts a using people p where p.id = a.person_id and p.name = '王芳'`,
  );
  await move(sitting);
  expect((await office().says(`查看 ${session}`))[0]?.text).toContain("王芳");
  expect(await missedBy("王芳", session, sitting)).toBe(0);
});

test("whoever was told of the new day was absent from the session", async () => {
  const [session, sitting] = await callSession();
  await move(sitting);
  expect(await missedBy("王芳", session, sitting)).toBe(1);
  expect(heardOf(city.person("王芳"), "absence.warned")).toHaveLength(1);
});

test("a telephone call about the moved session is notice of the new day", async () => {
  const [session, sitting] = await callSession();
  await city.database.db.execute(
    sql`delete from accounts a using people p where p.id = a.person_id and p.name = '王芳'`,
  );
  await inOrder([`已通知 ${session} 王芳 电话`]);
  await move(sitting);
  city.now = at("2026-12-30 10:00");
  await inOrder([`已通知 ${session} 王芳 电话`]);
  expect(await missedBy("王芳", session, sitting)).toBe(1);
});

test("leave from the session that was refused for the old day is asked for anew for the new one", async () => {
  const [session, sitting] = await callSession();
  await city.person("王芳").says(`请假 ${session} 出差`);
  await inOrder(["不准 王芳 当天有表决", "对"]);
  await move(sitting);
  await city.person("王芳").says(`请假 ${session} 住院`);
  expect(await missedBy("王芳", session, sitting)).toBe(0);
});
