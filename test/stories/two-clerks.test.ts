import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const OVER = "活-2026-002";
const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const ORDER = "发布活动 9月28日上午9点 羊昌镇代表小组 小组活动 地点镇政府";
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const statuses = async () =>
  Object.fromEntries(
    (
      await city.database.db.execute<{ code: string; status: string }>(sql`
        select coalesce(p.code, p.name) code, t.status from attendances t join activities a on a.id = t.activity_id
        join people p on p.id = t.person_id where a.number = ${OVER}`)
    ).map((row) => [row.code, row.status]),
  );

test("two publish the same activity: it is published once, and the other hears by whom", async () => {
  await clerk().says(ORDER);
  await office().says(ORDER);
  expect((await clerk().taps("对,发通知"))[0]?.kind).toBe("activity.answer");
  const [late] = await office().taps("对,发通知");
  expect(late?.text).toContain("刘敏已经发布了");
  expect(heard("李明", "activity.invited")).toHaveLength(1);
  expect((await office().says(ORDER))[0]?.text).toContain("没有再发");
});

test("an activity that was moved between the card and the yes is not called off unseen", async () => {
  const number =
    /活-2026-\d+/u.exec((await clerk().says("活动"))[0]?.text.split("9月28日")[0]?.slice(-14) ?? "")?.[0] ??
    "";
  await clerk().says(`取消活动 ${number} 下雨`);
  await office().says(`改活动 ${number} 时间9月29日上午9点`);
  await office().taps("对,改并通知");
  const [again] = await clerk().taps("对,取消这场");
  expect(again?.text).toContain("情况有变");
  expect(again?.text).toContain("9月29日");
  await office().says(`取消活动 ${number} 下雨`);
  expect((await clerk().taps("对,取消这场"))[0]?.text).toContain("已取消");
  const [late] = await office().taps("对,取消这场");
  expect(late?.text).toContain("刘敏已经取消了");
  expect(heard("李明", "activity.cancelled")).toHaveLength(1);
});

test("a register that a colleague filled in meanwhile is read back again before it is written over", async () => {
  await clerk().says(`到会 ${OVER} 除李明外全到`);
  await office().says(`到会 ${OVER} 除陈建国外全到`);
  await office().taps("对,登记");
  const [again] = await clerk().taps("对,登记");
  expect(again?.text).toContain("情况有变");
  expect((await statuses())["陈建国"] ?? "absent").toBe("absent");
  await clerk().taps("不用了");
});

test("a register that names one of two people of one name marks neither, and takes the number of one", async () => {
  await city.database.db.execute(sql`update people set name = '李明', code = 'D777' where name = '王芳'`);
  const before = await statuses();
  const [which] = await clerk().says(`到会 ${OVER} 除李明外全到`);
  expect(which?.text).toContain("名单里有2位李明");
  expect(which?.text).toContain("D777");
  expect(await statuses()).toEqual(before);
  const [card] = await clerk().says(`到会 ${OVER} 除李明D777外全到`);
  expect(card?.text).toContain("缺席1人");
  await clerk().taps("对,登记");
  const after = await statuses();
  expect(Object.values(after).filter((status) => status === "absent")).toHaveLength(1);
  expect(after["D777"]).toBe("absent");
});
