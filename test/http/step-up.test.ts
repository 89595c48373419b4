import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { openSessionHouse, type SessionHouse } from "#test/support/session-house.ts";

// A session lies open on a desk for hours: what is grave wants to know again who sits there.
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

const post = (path: string, body: object, cookie: string): Promise<Response> =>
  fetch(`${house.url}/api/chat/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
const show = async (cookie: string, factor: string): Promise<number> =>
  (await post("session/factor", { factor }, cookie)).status;
const look = async (cookie: string): Promise<number> =>
  (await fetch(`${house.url}/api/chat/messages`, { headers: { cookie } })).status;
async function say(cookie: string, text: string): Promise<{ readonly kind: string; readonly text: string }> {
  const before = city.wire.sent.length;
  await post("messages", { id: randomUUID(), text }, cookie);
  // A list that was asked for before may be ready just now.
  const isAside = (kind: string): boolean => kind === "help.privacy" || kind === "export.ready";
  const answers = () => city.wire.sent.slice(before).filter((one) => !isAside(one.kind));
  await eventually(() => expect(answers()).not.toEqual([]));
  const [{ kind, text: said } = { kind: "", text: "" }] = answers();
  return { kind, text: said };
}
const later = (minutes: number): void => {
  city.now = new Date(city.now.getTime() + minutes * 60_000);
};
const FREE = /^(?:export|help|figures|contact)\./u;

test("a clerk shows the number again before a list leaves the program or contact data is opened", async () => {
  const cookie = await house.enter("刘敏");
  expect((await say(cookie, "导出 未报 本月")).kind).toMatch(FREE);
  later(20);
  for (const wish of ["导出 未报 本月", "导出 缺席 今年", "导出 意见 今年", "联系方式 意-2026-0001"]) {
    const asked = await say(cookie, wish);
    expect([wish, asked.kind]).toEqual([wish, "account.factor-asked"]);
    expect(asked.text).toContain("6位数字");
  }
  expect((await say(cookie, "统计 本月")).kind).not.toBe("account.factor-asked");
  expect(await show(cookie, "000000")).toBe(403);
  expect((await say(cookie, "导出 未报 本月")).kind).toBe("account.factor-asked");
  expect(await show(cookie, house.number("刘敏"))).toBe(204);
  expect((await say(cookie, "导出 未报 本月")).kind).toMatch(FREE);
  expect((await say(cookie, "联系方式 意-2026-0001")).kind).toMatch(FREE);
  later(16);
  expect((await say(cookie, "导出 未报 本月")).kind).toBe("account.factor-asked");
});

test("the number counts in the session where it was shown, and in no other", async () => {
  const [here, there] = [await house.enter("赵勇"), await house.enter("赵勇")];
  later(20);
  expect(await show(here, house.number("赵勇"))).toBe(204);
  expect((await say(here, "导出 未报 本月")).kind).toMatch(FREE);
  expect((await say(there, "导出 未报 本月")).kind).toBe("account.factor-asked");
  expect(await show(there, house.number("赵勇"))).toBe(403);
});

test("guesses at it are slowed down, and who has no authenticator or no session shows nothing", async () => {
  const cookie = await house.enter("孙丽");
  later(20);
  for (let at = 0; at < 5; at += 1) expect(await show(cookie, `00000${at}`)).toBe(403);
  expect(await show(cookie, house.number("孙丽"))).toBe(403);
  const guest = (await post("session", {}, "")).headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(await show(guest, "000000")).toBe(403);
  expect(await show(await house.enter("王芳"), "000000")).toBe(403);
  expect(await show("lvzhi=nothing", "000000")).toBe(401);
  expect((await post("session/factor", { factor: 1 }, cookie)).status).toBe(400);
});

test("to end his other sessions a clerk shows the number, and nothing to end the one he is in", async () => {
  const [lost, here] = [await house.enter("刘敏"), await house.enter("刘敏")];
  later(30);
  expect((await say(here, "退出其他登录")).kind).toBe("account.factor-asked");
  expect(await look(lost)).toBe(200);
  expect(await show(here, house.number("刘敏"))).toBe(204);
  expect((await say(here, "退出其他登录")).kind).toBe("account.others-left");
  expect([await look(lost), await look(here)]).toEqual([401, 200]);
  later(30);
  const left = await fetch(`${house.url}/api/chat/session`, { method: "DELETE", headers: { cookie: here } });
  expect([left.status, await look(here)]).toEqual([204, 401]);
});

test("a deputy without an authenticator ends them with a fresh code, not from a session that lay open", async () => {
  const lost = await house.enter("陈建国");
  later(30);
  const refused = await say(lost, "退出其他登录");
  expect(refused.kind).toBe("account.refused");
  expect(refused.text).toContain("新的绑定码");
  const here = await house.enter("陈建国");
  expect((await say(here, "退出其他登录")).text).toContain("都退出了");
  expect([await look(lost), await look(here)]).toEqual([401, 200]);
});

test("where a network vouches for each message itself nothing is asked", async () => {
  const [listed] = await city.person("刘敏").says("导出 未报 本月");
  expect(listed?.kind).toMatch(FREE);
  const web = await house.enter("李明");
  later(30);
  expect((await city.person("李明").says("退出其他登录"))[0]?.kind).toBe("account.others-left");
  expect(await look(web)).toBe(401);
});
