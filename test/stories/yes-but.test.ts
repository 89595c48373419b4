import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];
const told = (name: string, kind: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind)?.text,
  );
const later = (): void => {
  city.now = new Date(city.now.getTime() + 60_000);
};
const records = (name: string) =>
  city.database.db.execute<{ number: string; starts_on: string; place: string | null; counts: unknown }>(
    sql`select r.number, r.starts_on::text, r.place, r.counts from duty_records r
      join people p on p.id = r.person_id where p.name = ${name} order by r.id`,
  );

describe("王芳, who filed something of her own and is asked whether she was with 李明", () => {
  beforeEach(async () => {
    await says("王芳", "9月10日在甘庄村走访8户");
    await says("王芳", "对");
    await says("王芳", "我的履职");
    await says("李明", "昨天和王芳走访黄连村3户");
    await says("李明", "对");
    await told("王芳", "report.companion");
    later();
  });

  test.each([
    "是的,但是是5户",
    "对,不过是5户",
    "在的,是5户不是3户",
    "我也在,走了5户",
    "我在,但我只去了5户",
    "没错,5户",
    "是我,但不是3户,是5户",
    "我是去了,但是户数不对,应该是5户",
    "嗯嗯,我也去了,就是户数是5户",
    "去了去了,一共5户",
    "不对,是5户",
    "户数不对,应该是5户",
  ])("%s: her share has that number, her own record stays as it was, and 李明 hears of it", async (said) => {
    const given = await says("王芳", said);
    expect(given?.kind).toBe("share.given");
    expect(given?.text).toContain("黄连村 5户");
    const [own, share] = await records("王芳");
    expect(own).toMatchObject({ starts_on: "2026-09-10", counts: { households: 8 } });
    expect(share).toMatchObject({ starts_on: "2026-09-15", place: "黄连村", counts: { households: 5 } });
    expect(await told("李明", "share.origin-changed")).toContain("没有跟着改");
  });

  test.each([
    ["去了,不过是9月14号去的", "2026-09-14", "黄连村"],
    ["对,时间是前天", "2026-09-14", "黄连村"],
    ["对的,地点是平寨村", "2026-09-15", "平寨村"],
    ["是我,不过地点不对,是平寨村", "2026-09-15", "平寨村"],
  ])("%s: her share says so", async (said, startsOn, place) => {
    expect((await says("王芳", said))?.kind).toBe("share.given");
    const [, share] = await records("王芳");
    expect(share).toMatchObject({ starts_on: startsOn, place });
  });

  test("what she puts right after that is of her share", async () => {
    await says("王芳", "是的,但是是5户");
    later();
    expect((await says("王芳", "不对,是6户"))?.kind).toBe("report.amended");
    expect((await records("王芳")).map((one) => one.counts)).toEqual([{ households: 8 }, { households: 6 }]);
  });

  test("a day that is still to come leaves the share as the colleague told it, and says so", async () => {
    const given = await says("王芳", "是的,但时间是9月17日");
    expect(given?.text).toContain("没有全改成");
    expect((await records("王芳"))[1]).toMatchObject({ starts_on: "2026-09-15" });
  });

  test.each([
    "今天走访了平寨村5户",
    "对了,昨天走访了平寨村5户",
    "不是我,我那天在贵阳开会",
    "改 履-2026-00001 户数 5户",
  ])("%s is no word for the share", async (said) => {
    expect((await says("王芳", said))?.kind).not.toBe("share.given");
    expect(await records("王芳")).toHaveLength(1);
  });

  test("right after a record of her own, 不对,是5户 is of that one", async () => {
    await says("王芳", "今天在平寨村走访6户");
    await says("王芳", "对");
    expect((await says("王芳", "不对,是5户"))?.text).toContain("履-2026-00003");
    expect((await records("王芳")).at(-1)).toMatchObject({ place: "平寨村", counts: { households: 5 } });
  });
});

test("对,不过是7户 is of what the clerk entered, and of no record filed since", async () => {
  await says("刘敏", "代报 王芳 昨天走访黄连村3户");
  await says("刘敏", "对");
  await told("王芳", "report.entered");
  await city.database.db.execute(
    sql`update duty_records set filed_at = filed_at - interval '1 hour' where entered_by is not null`,
  );
  await says("李明", "今天走访甘庄村2户");
  await city.database.db.execute(sql`insert into duty_records
    (number, person_id, mandate_id, kind, starts_on, ends_on, counts, approx, narrative, source, filed_at)
    select '履-2026-00900', person_id, mandate_id, 'home_visit', '2026-09-10', '2026-09-10', '{"households": 8}', '[]',
      '', 'chat', ${city.now.toISOString()}::timestamptz from duty_records where entered_by is not null`);
  const amended = await says("王芳", "对,不过是7户");
  expect(amended?.kind).toBe("report.amended");
  expect((await records("王芳")).map((one) => one.counts)).toEqual([{ households: 7 }, { households: 8 }]);
});
