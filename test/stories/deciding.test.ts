import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
let number = "";
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("昨天走访黄连村12户");
  number = (await city.person("李明").says("对"))[0]?.number ?? "";
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);

test("退回 shows what would go back and why, and the deputy hears nothing before the yes", async () => {
  const [card] = await clerk().says(`退回 ${number} 户数不对`);
  for (const piece of ["要退回吗", number, "李明", "12户", "户数不对", "会告诉本人"])
    expect(card?.text).toContain(piece);
  expect(heard("李明", "verify.came-back")).toEqual([]);
});

test("a record that the deputy changed meanwhile is shown again", async () => {
  await city.person("李明").says(`改 ${number} 数量 15户`);
  const [again] = await clerk().taps("对,退回");
  expect(again?.text).toContain("刚才有改动");
  expect(again?.text).toContain("15户");
  expect(heard("李明", "verify.came-back")).toEqual([]);
});

test("two send it back at once: it goes back once, and the other hears who did it", async () => {
  await office().says(`退回 ${number} 户数不对`);
  expect((await clerk().taps("对,退回"))[0]?.kind).toBe("verify.returned");
  const [late] = await office().taps("对,退回");
  expect(late?.text).toContain("刘敏已经退回了");
  expect(heard("李明", "verify.came-back")).toHaveLength(1);
});

test("two decide on one wish for leave: the first counts, the other hears who decided what", async () => {
  await city.person("陈建国").says("请假 出差");
  const [card] = await clerk().says("准假 陈建国");
  for (const piece of ["准假，对吗", "陈建国", "出差", "会告诉本人"]) expect(card?.text).toContain(piece);
  await office().says("不准 陈建国 当天有表决");
  expect((await clerk().taps("对,准假"))[0]?.text).toContain("已准假");
  const [late] = await office().taps("对,不准假");
  expect(late?.text).toContain("刘敏已经准假了");
  expect(heard("陈建国", "activity.leave-decided")).toHaveLength(1);
});

test("a wish whose reason changed since is shown again before it is granted", async () => {
  await city.person("王芳").says("请假 出差");
  await clerk().says("准假 王芳");
  await city.database.db.execute(sql`update leaves l set reason = 'illness' from people p
    where p.id = l.person_id and p.name = '王芳'`);
  const [again] = await clerk().says("对");
  expect(again?.text).toContain("情况有变");
  expect(again?.text).toContain("生病");
  expect(heard("王芳", "activity.leave-decided")).toEqual([]);
});

test("two of one name ask for leave from one activity: the clerk is asked which, and only that one is granted", async () => {
  await city.database.db.execute(sql`update people set name = '李明', code = 'D777' where name = '王芳'`);
  await city.person("李明").says("请假 出差");
  const [which] = await clerk().says("准假 李明");
  expect(which?.text).toContain("是哪一份");
  const label = which?.choices.find((one) => one.label.includes("D777"))?.label ?? "";
  await clerk().taps(label);
  expect((await clerk().taps("对,准假"))[0]?.text).toContain("已准假");
  const rows = await city.database.db.execute<{ code: string; state: string }>(sql`
    select p.code, l.state from leaves l join people p on p.id = l.person_id where p.name = '李明'`);
  expect(rows.filter((row) => row.state === "approved").map((row) => row.code)).toEqual(["D777"]);
});
