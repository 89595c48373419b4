import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city);
});
afterAll(async () => {
  await house.close();
  await city.close();
});

const call = (method: string, path: string, cookie = "") =>
  fetch(`${house.url}/api/chat/${path}`, { method, headers: { cookie } });

async function keyOf(cookie: string) {
  const answer = await call("GET", "key", cookie);
  const { key } = (await answer.json()) as { key?: string };
  return { status: answer.status, cache: answer.headers.get("cache-control"), key };
}

test("each session has a key of its own for what its browser keeps, the same at every visit, and none once it has ended", async () => {
  const [mine, others] = [await house.enter("李明"), await house.enter("王芳")];
  const { key = "", ...answer } = await keyOf(mine);
  expect(answer).toEqual({ status: 200, cache: "no-store" });
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect((await keyOf(mine)).key).toBe(key);
  expect((await keyOf(others)).key).not.toBe(key);
  await call("DELETE", "session", mine);
  expect(await keyOf(mine)).toMatchObject({ status: 401, key: undefined });
  expect((await keyOf("")).status).toBe(401);
});

test("why nobody is let in is said with the marks that Chinese is printed with", async () => {
  const answer = await fetch(`${house.url}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code: "0000000000" }),
  });
  expect(await answer.json()).toMatchObject({ message: "这个绑定码不能用\uff0c请核对后再试。" });
});
