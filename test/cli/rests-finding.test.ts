import { type SQL, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listTornRests } from "#db/queries/torn-rests.ts";
import { restsFinding } from "#src/cli/lvzhi/rests-finding.ts";
import { type City, openCity } from "#test/support/city.ts";

// What an earlier program, or a roster file that it took, left of suspensions around a transfer.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  await change(sql`update people set code = 'D001' where name = '李明'`);
});
afterEach(() => city.close());

const MOVE = "李明从羊昌镇代表小组调到东风镇代表小组,自12月5日";
const SUSPEND = "暂停 李明 代表职务 自11月20日";
const registers = async (said: string) => {
  await city.person("孙丽").says(said);
  return (await city.person("孙丽").says("对"))[0]?.text ?? "";
};
const change = (statement: SQL) => city.database.db.execute(statement);
const NEW_SEAT = sql`(select m.id from mandates m join people p on p.id = m.person_id
  where p.name = '李明' and m.valid_from = '2026-12-05')`;
const finding = async () => restsFinding(await city.database.db.transaction(listTornRests));
const sentences = async () =>
  [...(await finding()).says.matchAll(/“([^”]+)”/gu)].map(([, said = ""]) => said);
const rests = async () =>
  (
    await city.database.db.execute<{ line: string }>(sql`
      select concat_ws(' ', g.name, x.from_day, x.to_day) line from suspensions x
      join mandates m on m.id = x.mandate_id join orgs g on g.id = m.group_id order by x.from_day`)
  ).map((row) => row.line);

test("suspensions that go along with their transfers, or end on its day, are fine", async () => {
  await registers(MOVE);
  await registers(SUSPEND);
  expect((await finding()).fine).toBe(true);
  await registers("恢复 李明 代表职务 自12月5日");
  expect((await finding()).fine).toBe(true);
  await registers("暂停 李明 代表职务 自12月5日");
  expect((await finding()).fine).toBe(true);
});

test("a term is the same however it is written: 第十八届 goes on as 十八届, in the chat and for doctor", async () => {
  await registers(MOVE);
  await change(sql`update mandates set term = case when term like '第%' then substr(term, 2) else '第' || term end
    where id = ${NEW_SEAT}`);
  await registers(SUSPEND);
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05"]);
  await change(sql`delete from suspensions where mandate_id = ${NEW_SEAT}`);
  expect((await finding()).fine).toBe(false);
});

test.each([
  ["", ["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05"]],
  ["到12月20日", ["羊昌镇代表小组 2026-11-20 2026-12-20", "东风镇代表小组 2026-12-05 2026-12-20"]],
])(
  "a deputy whose suspension%s stopped at the transfer is suspended by the sentence shown",
  async (to, left) => {
    await registers(MOVE);
    await registers(`${SUSPEND}${to}`);
    await change(sql`delete from suspensions where mandate_id = ${NEW_SEAT}`);
    expect((await finding()).says).toContain("1 suspensions stop at a transfer or stay behind it: 李明");
    const [suspend = ""] = await sentences();
    expect(await registers(suspend)).toContain("登记好了");
    expect(await rests()).toEqual(left);
    expect((await finding()).fine).toBe(true);
  },
);

test("a deputy whose suspension ended on the day of the transfer is so by the other sentence", async () => {
  await registers(MOVE);
  await registers(SUSPEND);
  await change(sql`delete from suspensions where mandate_id = ${NEW_SEAT}`);
  const [, resume = ""] = await sentences();
  expect(await registers(resume)).toContain("登记好了");
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20 2026-12-04"]);
  expect((await finding()).fine).toBe(true);
});

test("a deputy whose new seat still rests by a suspension that had ended acts again by the sentence shown", async () => {
  await registers(SUSPEND);
  await registers(MOVE);
  await registers("恢复 李明 代表职务 自12月1日");
  await change(sql`insert into suspensions (mandate_id, from_day) select ${NEW_SEAT}, '2026-12-05'`);
  expect((await finding()).says).toContain(
    "李明 rests from 2026-12-05 on by a suspension that had ended before",
  );
  const [resume = ""] = await sentences();
  expect(await registers(resume)).toContain("登记好了");
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20 2026-11-30"]);
  expect((await finding()).fine).toBe(true);
});
