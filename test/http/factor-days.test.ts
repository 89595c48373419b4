import { afterAll, beforeAll, expect, test } from "vitest";
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

const show = async (code: string): Promise<{ status: number; cookie: string; said: unknown }> => {
  const answer = await fetch(`${house.url}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { status: answer.status, cookie, said: await answer.json() };
};
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;
const later = (days: number): void => {
  city.now = new Date(city.now.getTime() + days * 86_400_000);
};

test("an officer comes in with the code alone for two weeks from the first time on, and then sets one up", async () => {
  const first = await show(await house.invite("赵勇"));
  expect(first.status).toBe(201);
  later(13);
  expect(await look(first.cookie)).toBe(200);
  const second = await show(await house.invite("赵勇"));
  expect(second.status).toBe(201);
  later(2);
  // Another code begins no new weeks, and what was opened in them is closed.
  for (const { cookie } of [first, second]) expect(await look(cookie)).toBe(401);
  expect((await show(await house.invite("赵勇"))).said).toMatchObject({ factor: "set-up" });
});

test("an officer who asks for one sets it up at the next entrance, whatever days are left", async () => {
  const { cookie } = await show(await house.invite("孙丽"));
  expect(await look(cookie)).toBe(200);
  await city.person("孙丽").says("双重验证");
  expect((await show(await house.invite("孙丽"))).said).toMatchObject({ factor: "set-up" });
});
