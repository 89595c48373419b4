import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// Two called 李明 in one group, of whom nobody was told of what lies ahead.
const AHEAD = "活-2026-003";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.database.db.execute(sql`delete from notices`);
  await city.database.db.execute(sql`update people set code = 'Y1' where name = '李明'`);
  await city.database.db.execute(sql`update people set name = '李明', code = 'Y2' where name = '王芳'`);
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const toldByPhone = async (): Promise<readonly (string | null)[]> =>
  (
    await city.database.db.execute<{ code: string | null }>(sql`
      select p.code from notices n join mandates m on m.id = n.mandate_id join people p on p.id = m.person_id
      where n.way = 'phone' order by p.code`)
  ).map((row) => row.code);

test("of two of one name the clerk is asked whom he telephoned, and a tap puts it on record", async () => {
  const asked = await clerk().says(`已通知 ${AHEAD} 李明 电话`);
  expect(asked[0]?.text).toContain("名单里有2位李明");
  expect(await toldByPhone()).toEqual([]);
  const label = asked[0]?.choices.map((one) => one.label).find((one) => one.includes("Y2")) ?? "";
  const [done] = await clerk().taps(label);
  expect(done?.text).toContain("Y2");
  expect(await toldByPhone()).toEqual(["Y2"]);
});

test("the office's own number says which, in brackets or not", async () => {
  expect(await answerTo(clerk(), `已通知 ${AHEAD} 李明Y1 电话`)).toContain("已记下电话通知");
  expect(await toldByPhone()).toEqual(["Y1"]);
  expect(await answerTo(clerk(), `已通知 ${AHEAD} 李明(编号y2)、陈建国 电话`)).toContain("陈建国");
  expect(await toldByPhone()).toEqual(["Y1", "Y2", null]);
});

test("the group says which of two", async () => {
  await city.database.db.execute(sql`update mandates set group_id = o.id from orgs o, people p
    where o.name = '东风镇代表小组' and p.id = person_id and p.code = 'Y2'`);
  expect(await answerTo(clerk(), `已通知 ${AHEAD} 东风镇李明 电话`)).toContain("已记下电话通知");
  expect(await toldByPhone()).toEqual(["Y2"]);
});

test("a number that nobody of the name has is somebody else's: nothing is put down", async () => {
  expect(await answerTo(clerk(), `已通知 ${AHEAD} 李明Y9 电话`)).toContain("李明");
  expect(await toldByPhone()).toEqual([]);
});
