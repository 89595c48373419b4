import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";

// A session lies open on a desk for hours: what is grave wants to know again who sits there.
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const FREE = /^(?:export|help|figures|contact)\./u;

test("a clerk shows the number again before a list leaves the program or contact data is opened", async () => {
  const cookie = await desk.enter("刘敏");
  expect((await desk.say(cookie, "导出 未报 本月")).kind).toMatch(FREE);
  desk.later(20);
  for (const wish of ["导出 未报 本月", "导出 缺席 今年", "导出 意见 今年", "联系方式 意-2026-0001"]) {
    const asked = await desk.say(cookie, wish);
    expect([wish, asked.kind]).toEqual([wish, "account.factor-asked"]);
    expect(asked.text).toContain("6位数字");
  }
  expect((await desk.say(cookie, "统计 本月")).kind).not.toBe("account.factor-asked");
  expect(await desk.prove(cookie, "000000")).toBe(403);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).toBe("account.factor-asked");
  expect(await desk.prove(cookie, desk.number("刘敏"))).toBe(204);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).toMatch(FREE);
  expect((await desk.say(cookie, "联系方式 意-2026-0001")).kind).toMatch(FREE);
  desk.later(16);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).toBe("account.factor-asked");
});

test("the office shows it again before it reads what people want put right: telephones stand there", async () => {
  await desk.city.person("王芳").says("更正我的电话 13800000000");
  const cookie = await desk.enter("孙丽");
  expect((await desk.say(cookie, "更正申请")).text).toContain("13800000000");
  desk.later(20);
  const asked = await desk.say(cookie, "更正申请");
  expect(asked.kind).toBe("account.factor-asked");
  expect(asked.text).not.toContain("13800000000");
});

test("the number counts in the session where it was shown, and in no other", async () => {
  const [here, there] = [await desk.enter("赵勇"), await desk.enter("赵勇")];
  desk.later(20);
  expect(await desk.prove(here, desk.number("赵勇"))).toBe(204);
  expect((await desk.say(here, "导出 未报 本月")).kind).toMatch(FREE);
  expect((await desk.say(there, "导出 未报 本月")).kind).toBe("account.factor-asked");
  expect(await desk.prove(there, desk.number("赵勇"))).toBe(403);
});

test("guesses at it are slowed down, and who has no authenticator or no session shows nothing", async () => {
  const cookie = await desk.enter("孙丽");
  desk.later(20);
  for (let at = 0; at < 5; at += 1) expect(await desk.prove(cookie, `00000${at}`)).toBe(403);
  expect(await desk.prove(cookie, desk.number("孙丽"))).toBe(403);
  const guest = await desk.openGuest();
  expect(await desk.prove(guest, "000000")).toBe(403);
  expect(await desk.prove(await desk.enter("王芳"), "000000")).toBe(403);
  expect(await desk.prove("lvzhi=nothing", "000000")).toBe(401);
  expect((await desk.post("session/factor", { factor: 1 }, cookie)).status).toBe(400);
});

test("to end his other sessions a clerk shows the number, and nothing to end the one he is in", async () => {
  const [lost, here] = [await desk.enter("刘敏"), await desk.enter("刘敏")];
  desk.later(30);
  expect((await desk.say(here, "退出其他登录")).kind).toBe("account.factor-asked");
  expect(await desk.look(lost)).toBe(200);
  expect(await desk.prove(here, desk.number("刘敏"))).toBe(204);
  expect((await desk.say(here, "退出其他登录")).kind).toBe("account.others-left");
  expect([await desk.look(lost), await desk.look(here)]).toEqual([401, 200]);
  desk.later(30);
  expect([await desk.leave(here), await desk.look(here)]).toEqual([204, 401]);
});

test("a deputy without an authenticator ends them with a fresh code, not from a session that lay open", async () => {
  const lost = await desk.enter("陈建国");
  desk.later(30);
  const refused = await desk.say(lost, "退出其他登录");
  expect(refused.kind).toBe("account.refused");
  expect(refused.text).toContain("新的绑定码");
  const here = await desk.enter("陈建国");
  expect((await desk.say(here, "退出其他登录")).text).toContain("都退出了");
  expect([await desk.look(lost), await desk.look(here)]).toEqual([401, 200]);
});

test("where a network vouches for each message itself nothing is asked", async () => {
  const [listed] = await desk.city.person("刘敏").says("导出 未报 本月");
  expect(listed?.kind).toMatch(FREE);
  const web = await desk.enter("李明");
  desk.later(30);
  expect((await desk.city.person("李明").says("退出其他登录"))[0]?.kind).toBe("account.others-left");
  expect(await desk.look(web)).toBe(401);
});
