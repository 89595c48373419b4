import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  const file = async (name: string, said: string): Promise<void> => {
    await city.person(name).says(said);
    await city.person(name).says("对");
  };
  for (let day = 1; day <= 7; day += 1) await file("王芳", `9月${day}日走访黄连村${day}户`);
  await file("王芳", "群众反映黄连村二组路灯坏了三天");
  await city.person("刘敏").says("代报 罗文军 昨天走访石关村3户");
  await city.person("刘敏").says("对");
  await city.person("陈建国").says("请假 出差");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const todo = async (name: string, words = "待办"): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

test("待办 says of each kind how much, the number that waits longest, whose it is, since when, and what to type", async () => {
  const text = await todo("刘敏");
  for (const piece of [
    "待定稿的活动1场：活-2026-002 羊昌镇代表小组活动 9月15日。说：定稿 活-2026-002",
    "待核实的记录7条：履-2026-00001 王芳 走访群众 9月16日报的。说：待核实",
    "群众意见1条：意-2026-0001",
    "代记后等本人确认1条：履-2026-00008 罗文军",
  ])
    expect(text).toContain(piece);
  expect(text.length).toBeLessThanOrEqual(300);
  expect(text.split("\n").length).toBeLessThanOrEqual(8);
});

test("a wish for leave is listed with the line that grants it, for whoever may decide and nobody else", async () => {
  const asked = await todo("刘敏");
  const line = /说：(?<next>准假 陈建国 活-2026-\d+)/u.exec(asked)?.groups?.["next"] ?? "";
  expect(line).not.toBe("");
  expect(await todo("罗文军")).not.toContain("准假");
  await clerk().says(line);
  await clerk().taps("对,准假");
  expect(await todo("刘敏")).not.toContain("请假");
});

test("one kind is shown page by page", async () => {
  await clerk().says("待办");
  const [unverified] = await clerk().taps("看待核实的记录");
  expect(unverified?.kind).toBe("sure.verify");
  await clerk().taps("不用了");
  const first = await todo("刘敏", "待办 定稿");
  expect(first).toContain("待定稿的活动1场");
  expect(first).toContain("接着说：定稿 活-2026-002");
  expect(await todo("刘敏", "待办 缺席")).toContain("没有缺席线索");
  expect(await todo("刘敏", "待办 随便")).toContain("等您办的");
});

test("with everything there is to do it stays short, and counts what it does not show", async () => {
  await city.database.db
    .execute(sql`insert into suggestions (number, person_id, mandate_id, title, text, filed_at)
    select '建-2026-00' || n, p.id, m.id, repeat('关于加宽黄连村通村公路的建议', 2), 'x', now()
    from generate_series(1, 9) n, people p join mandates m on m.person_id = p.id where p.name = '李明'`);
  await city.database.db.execute(sql`update obligations o set state = 'submitted', submitted_at = now()
    from people p where p.id = o.person_id and p.name = '李明'`);
  await city.person("李明").says("反馈 字太小了");
  const text = await todo("孙丽");
  expect(text.length).toBeLessThanOrEqual(300);
  expect(text.split("\n").length).toBeLessThanOrEqual(8);
  expect(text).toContain("代表建议、议案9件");
  expect(text).toContain("对助手的反馈1条");
});

test("a deputy hears the same of what waits for a word of his own", async () => {
  const text = await todo("罗文军");
  expect(text).toContain("等您确认的1条：履-2026-00008 刘敏");
  expect(text).toContain("说：对");
});
