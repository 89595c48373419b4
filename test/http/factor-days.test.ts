import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { runJob } from "#jobs/run-job.ts";
import { jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { localDay } from "#src/domain/local-time.ts";
import { type Desk, openDesk } from "#test/support/desk.ts";

// 赵勇 begins at the office with a code; the authenticator may wait two weeks.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ factor: { set_up_days: 14 } });
});
afterAll(() => desk.close());

const DAY = 24 * 60;

test("an officer comes in with the code alone for two weeks from the first time on, and then sets one up", async () => {
  const first = await desk.show(await desk.invite("赵勇"));
  expect(first.status).toBe(201);
  const by = localDay(new Date(desk.city.now.getTime() + 14 * 86_400_000), "Asia/Shanghai");
  expect(first).toMatchObject({ guest: false, name: "赵勇", factorBy: by });
  desk.later(13 * DAY);
  expect(await desk.look(first.cookie)).toBe(200);
  const second = await desk.show(await desk.invite("赵勇"));
  expect(second.status).toBe(201);
  expect(second).toMatchObject({ factorBy: by });
  desk.later(2 * DAY);
  // Another code begins no new weeks, and what was opened in them is closed.
  for (const { cookie } of [first, second]) expect(await desk.look(cookie)).toBe(401);
  expect(await desk.show(await desk.invite("赵勇"))).toMatchObject({ factor: "set-up" });
});

test("in the night after that her sessions end by themselves: she is written to where she reads, as before", async () => {
  const { cookie } = await desk.show(await desk.invite("何志远"));
  const read = await desk.show(await desk.invite("李明"));
  const reached = async () => {
    const [row] = await desk.city.database.db.execute<{ conversations: string[] }>(sql`
      select array_agg(conversation order by a.id) conversations from accounts a join people p on p.id = a.person_id
      where p.name = '何志远'`);
    return row?.conversations ?? [];
  };
  const night = () =>
    runJob(jobPartsAt(desk.city.database.db, desk.city.now, {}), jobNamed("retention"), "anyway");
  desk.later(13 * DAY);
  await night();
  expect(await reached()).toHaveLength(2);
  expect(await desk.look(cookie)).toBe(200);
  desk.later(2 * DAY);
  await night();
  expect(await reached()).toEqual(["web:demo:director"]);
  // A deputy needs none: his session stays.
  expect(await desk.look(read.cookie)).toBe(200);
});

test("a deputy, who needs none, is told of no day", async () => {
  const { cookie: _, ...said } = await desk.show(await desk.invite("王芳"));
  expect(said).toEqual({ status: 201, guest: false, name: "王芳" });
});

test("an officer who asks for one sets it up at the next entrance, whatever days are left", async () => {
  const { cookie } = await desk.show(await desk.invite("孙丽"));
  expect(await desk.look(cookie)).toBe(200);
  await desk.city.person("孙丽").says("双重验证");
  // Where he asked he reads the answer, and works on until then.
  expect(await desk.look(cookie)).toBe(200);
  expect(await desk.show(await desk.invite("孙丽"))).toMatchObject({ factor: "set-up" });
});

test("taking the authenticator away begins no new days: who had one sets the next up at once", async () => {
  await desk.city.person("刘敏").says("双重验证");
  const code = await desk.invite("刘敏");
  const said = await desk.show(code);
  expect((await desk.show(code, authenticator(said.secret ?? "", desk.city.now))).status).toBe(201);
  desk.later(15 * DAY);
  const office = desk.city.person("孙丽");
  await office.says("解绑 刘敏");
  await office.says("对");
  const fresh = await desk.invite("刘敏");
  // The lost one is worth nothing, also before another secret was shown.
  expect((await desk.show(fresh, authenticator(said.secret ?? "", desk.city.now))).status).toBe(401);
  const wish = await desk.show(fresh);
  expect(wish).toMatchObject({ factor: "set-up" });
  expect((await desk.show(fresh, authenticator(wish.secret ?? "", desk.city.now))).status).toBe(201);
});

test("strangers who guess codes all over the place keep no clerk from showing a number", async () => {
  const { db } = desk.city.database;
  await desk.city.person("周志强").says("双重验证");
  const code = await desk.invite("周志强");
  const { secret = "" } = await desk.show(code);
  const { cookie } = await desk.show(code, authenticator(secret, desk.city.now));
  desk.later(1 * DAY);
  await db.execute(sql`
    insert into code_attempts (sender, origin, hit, at)
    select 's' || n, 'o' || (n % 4), false, ${desk.city.now.toISOString()}::timestamptz from generate_series(1, 200) n`);
  expect(await desk.prove(cookie, authenticator(secret, desk.city.now))).toBe(204);
});
