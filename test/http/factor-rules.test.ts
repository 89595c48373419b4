import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "#test/support/desk.ts";
import type { SessionSettings } from "#test/support/session-house.ts";

// What a district may decide for itself about the second factor and about sessions, each away from what is written there.
let desk: Desk;
const open = async (settings: SessionSettings): Promise<void> => {
  desk = await openDesk(settings);
};
afterEach(() => desk.close());

const DAY = 24 * 60;
const shows = async (name: string) => desk.show(await desk.invite(name));

test("for all: a deputy needs one like a clerk, with the same days to set it up", async () => {
  await open({ factor: { for: "all", set_up_days: 3 } });
  const [deputy, clerk] = [await shows("李明"), await shows("刘敏")];
  for (const { status, factorBy } of [deputy, clerk]) {
    expect(status).toBe(201);
    expect(factorBy).toBe(deputy.factorBy);
  }
  desk.later(2.9 * DAY);
  expect(await desk.look(deputy.cookie)).toBe(200);
  desk.later(0.2 * DAY);
  expect(await Promise.all([deputy, clerk].map(({ cookie }) => desk.look(cookie)))).toEqual([401, 401]);
  expect((await shows("李明")).factor).toBe("set-up");
  expect(await desk.look(await desk.enter("李明"))).toBe(200);
});

test("for all, at once: nobody comes in without one, and a guest is still a guest", async () => {
  await open({ factor: { for: "all", set_up_days: 0 } });
  for (const name of ["李明", "刘敏"]) expect((await shows(name)).factor).toBe("set-up");
  expect(await desk.look(await desk.openGuest())).toBe(200);
});

test("off: a clerk comes in with the code alone, and stays in; who wants one is asked for it all the same", async () => {
  await open({ factor: { for: "off" } });
  const { status, cookie, factorBy } = await shows("刘敏");
  expect([status, factorBy]).toEqual([201, undefined]);
  desk.later(59 * DAY);
  expect(await desk.look(cookie)).toBe(200);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).not.toBe("account.factor-asked");
  await desk.city.person("赵勇").says("双重验证");
  expect((await shows("赵勇")).factor).toBe("set-up");
});

test("fresh for an hour: a clerk exports after 59 minutes as she is, after 61 with the number", async () => {
  await open({ factor: { fresh_minutes: 60 } });
  const cookie = await desk.enter("刘敏");
  desk.later(59);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).not.toBe("account.factor-asked");
  desk.later(2);
  expect((await desk.say(cookie, "导出 未报 本月")).kind).toBe("account.factor-asked");
});

test("a session ends after as many idle days, and as many days in any case, as the district says", async () => {
  await open({ sessions: { idle_days: 5, longest_days: 9 } });
  const [idle, used] = [await desk.enter("李明"), await desk.enter("王芳")];
  desk.later(4 * DAY);
  expect(await desk.look(used)).toBe(200);
  desk.later(1.1 * DAY);
  expect(await Promise.all([idle, used].map(desk.look))).toEqual([401, 200]);
  desk.later(3.8 * DAY);
  expect(await desk.look(used)).toBe(200);
  desk.later(0.2 * DAY);
  expect(await desk.look(used)).toBe(401);
});
