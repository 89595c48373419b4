import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticator } from "#test/support/authenticator.ts";
import { localDay } from "#src/domain/local-time.ts";
import { type City, openCity } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// 赵勇 begins at the office with a code; the authenticator may wait two weeks.
let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city, { setUpDays: 14 });
});
afterAll(async () => {
  await house.close();
  await city.close();
});

type Shown = { status: number; cookie: string; said: { readonly secret?: string } };
const show = async (code: string, factor?: string): Promise<Shown> => {
  const answer = await fetch(`${house.url}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, factor }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { status: answer.status, cookie, said: (await answer.json()) as Shown["said"] };
};
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;
const later = (days: number): void => {
  city.now = new Date(city.now.getTime() + days * 86_400_000);
};

test("an officer comes in with the code alone for two weeks from the first time on, and then sets one up", async () => {
  const first = await show(await house.invite("赵勇"));
  expect(first.status).toBe(201);
  const by = localDay(new Date(city.now.getTime() + 14 * 86_400_000), "Asia/Shanghai");
  expect(first.said).toEqual({ guest: false, name: "赵勇", factorBy: by });
  later(13);
  expect(await look(first.cookie)).toBe(200);
  const second = await show(await house.invite("赵勇"));
  expect(second.status).toBe(201);
  expect(second.said).toMatchObject({ factorBy: by });
  later(2);
  // Another code begins no new weeks, and what was opened in them is closed.
  for (const { cookie } of [first, second]) expect(await look(cookie)).toBe(401);
  expect((await show(await house.invite("赵勇"))).said).toMatchObject({ factor: "set-up" });
});

test("a deputy, who needs none, is told of no day", async () => {
  const { said } = await show(await house.invite("王芳"));
  expect(said).toEqual({ guest: false, name: "王芳" });
});

test("an officer who asks for one sets it up at the next entrance, whatever days are left", async () => {
  const { cookie } = await show(await house.invite("孙丽"));
  expect(await look(cookie)).toBe(200);
  await city.person("孙丽").says("双重验证");
  // Where he asked he reads the answer, and works on until then.
  expect(await look(cookie)).toBe(200);
  expect((await show(await house.invite("孙丽"))).said).toMatchObject({ factor: "set-up" });
});

test("taking the authenticator away begins no new days: who had one sets the next up at once", async () => {
  await city.person("刘敏").says("双重验证");
  const code = await house.invite("刘敏");
  const { said } = await show(code);
  expect((await show(code, authenticator(said.secret ?? "", city.now))).status).toBe(201);
  later(15);
  const office = city.person("孙丽");
  await office.says("解绑 刘敏");
  await office.says("对");
  const fresh = await house.invite("刘敏");
  // The lost one is worth nothing, also before another secret was shown.
  expect((await show(fresh, authenticator(said.secret ?? "", city.now))).status).toBe(401);
  const wish = await show(fresh);
  expect(wish.said).toMatchObject({ factor: "set-up" });
  expect((await show(fresh, authenticator(wish.said.secret ?? "", city.now))).status).toBe(201);
});

test("strangers who guess codes all over the place keep no clerk from showing a number", async () => {
  const { db } = city.database;
  await city.person("周志强").says("双重验证");
  const code = await house.invite("周志强");
  const { secret = "" } = (await show(code)).said;
  const { cookie } = await show(code, authenticator(secret, city.now));
  later(1);
  await db.execute(sql`
    insert into code_attempts (sender, origin, hit, at)
    select 's' || n, 'o' || (n % 4), false, ${city.now.toISOString()}::timestamptz from generate_series(1, 200) n`);
  const answer = await fetch(`${house.url}/api/chat/session/factor`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ factor: authenticator(secret, city.now) }),
  });
  expect(answer.status).toBe(204);
});
