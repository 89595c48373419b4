import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  // In Greenwich it is still the day before.
  city = await openCity("2026-09-16T03:00:00+08:00");
});
afterAll(() => city.close());

const roleOf = (name: string, from: string, to: string | null) =>
  city.database.db.execute(sql`update staff_roles set valid_from = ${from}, valid_to = ${to}
    where person_id = (select id from people where name = ${name})`);
const asks = async (name: string) => (await city.person(name).says("统计 9月"))[0]?.kind;

test("a handling unit looks after no deputies: it publishes nothing, and speaks about the program like anybody", async () => {
  const unit = city.person("区住建局");
  const [answer] = await unit.says("发布活动 9月28日上午9点");
  expect([answer?.kind, answer?.text]).toEqual(["help.refused", expect.stringContaining("工作人员")]);
  expect((await unit.says("反馈"))[0]?.kind).toBe("feedback.empty");
});

test("a clerk of a liaison station reports for the deputies whose figures he sees, and for no others", async () => {
  await city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, 'station_clerk', '2026-09-01' from people p, orgs o
    where p.name = '区水务局' and o.name = '羊昌镇代表联络站'`);
  const clerk = city.person("区水务局");
  expect((await clerk.says("代表 李明"))[0]?.kind).toBe("figures.profile");
  await clerk.says("代报 李明 9月14日走访3户");
  expect((await clerk.says("对"))[0]?.kind).toBe("report.filed");
  expect((await clerk.says("代报 吴红梅 9月14日走访3户"))[0]?.text).toContain("名单里没有“吴红梅”这位代表");
  expect((await clerk.says("对"))[0]?.kind).not.toBe("report.filed");
});

test("a clerk whose role begins today works from midnight on, by the district's clock", async () => {
  await roleOf("刘敏", "2026-09-16", null);
  expect(await asks("刘敏")).toBe("figures.tally");
});

test("a clerk whose role ended yesterday is no clerk any more, at three in the morning either", async () => {
  await roleOf("赵勇", "2021-12-20", "2026-09-15");
  expect(await asks("赵勇")).toBe("help.refused");
});
