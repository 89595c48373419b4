import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// Over https, which a proxy in front of the service speaks.
let city: City;
let house: SessionHouse;
beforeAll(async () => {
  city = await openCity();
  house = await openSessionHouse(city, { trustProxy: true, publicUrl: "https://lz.example" });
});
afterAll(async () => {
  await house.close();
  await city.close();
});

const HTTPS = { "x-forwarded-proto": "https" };
const open = async (headers: Readonly<Record<string, string>>) => {
  const answer = await fetch(`${house.url}/api/chat/session`, { method: "POST", headers });
  return answer.headers.get("set-cookie") ?? "";
};
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { ...HTTPS, cookie } })).status;

test("the cookie goes over https only, and no neighbour under the same domain can plant it", async () => {
  const cookie = await open(HTTPS);
  expect(cookie).toMatch(/^__Host-lvzhi=.*Path=\/.*HttpOnly.*Secure.*SameSite=Strict/u);
  expect(cookie).not.toContain("Domain");
  expect(await look(cookie.split(";")[0] ?? "")).toBe(200);
});

test("a planted cookie of the plain name opens nothing there, although its session is open", async () => {
  const plain = (await open({})).split(";")[0] ?? "";
  expect(plain.startsWith("lvzhi=")).toBe(true);
  expect(await look(plain)).toBe(401);
  expect(await look(plain.replace("lvzhi=", "__Host-lvzhi="))).toBe(200);
});

test("leaving takes it away, and what the browser had kept of the pages", async () => {
  const cookie = (await open(HTTPS)).split(";")[0] ?? "";
  const headers = { ...HTTPS, cookie, origin: "https://lz.example" };
  const answer = await fetch(`${house.url}/api/chat/session`, { method: "DELETE", headers });
  expect(answer.headers.get("set-cookie")).toMatch(/^__Host-lvzhi=;.*Secure/u);
  expect(answer.headers.get("clear-site-data")).toBe('"cache"');
  expect(await look(cookie)).toBe(401);
});

test("an address that is known to be https makes it so, although no proxy says it", async () => {
  const other = await openSessionHouse(city, { https: true });
  const answer = await fetch(`${other.url}/api/chat/session`, { method: "POST" });
  expect(answer.headers.get("set-cookie")).toMatch(/^__Host-lvzhi=/u);
  await other.close();
});
