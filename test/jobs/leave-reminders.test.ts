import { afterEach, beforeEach, expect, test } from "vitest";
import { forAbroad } from "#src/outbox/for-abroad.ts";
import { render } from "#src/text/render.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

// The group of 羊昌镇 meets on Monday 30 November 2026, and 刘敏 decides on leave from it.
let city: City;
let number: string;
const clerk = () => city.person("刘敏");
beforeEach(async () => {
  city = await openCity("2026-11-25T08:00:00+08:00");
  await clerk().says("发布活动 11月30日上午9点半 羊昌镇代表小组 小组活动");
  number = (await clerk().says("对"))[0]?.number ?? "";
});
afterEach(() => city.close());

const remind = async (when: string) => {
  city.now = at(when);
  return (await runAt(city.database.db, "leave-reminders", city.now))?.tally;
};
const reminded = (name = "刘敏") =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === "deadline.reminder" && one.text.includes("请假等您批"))
    .map(({ text }) => text);

test("whoever decides is told once, on the last working day before, of wishes that still wait", async () => {
  await city.person("李明").says(`请假 ${number} 生病`);
  await city.person("王芳").says(`请假 ${number} 出差`);
  await remind("2026-11-26 09:00");
  expect(reminded()).toEqual([]);
  await remind("2026-11-27 09:00");
  await waitUntil(() => reminded().length === 1);
  expect(reminded()[0]).toContain("11月30日(周一)09:30");
  expect(reminded()[0]).toContain("还有2份请假等您批：李明、王芳");
  for (const when of ["2026-11-28 09:00", "2026-11-29 09:00", "2026-11-30 09:00"]) await remind(when);
  await new Promise((done) => setTimeout(done, 300));
  expect(reminded()).toHaveLength(1);
  for (const other of ["孙丽", "何志远", "李明"]) expect(reminded(other)).toEqual([]);
});

test("what was asked for only over the weekend is said that morning, and on no day of rest", async () => {
  city.now = at("2026-11-28 10:00");
  await city.person("李明").says(`请假 ${number} 生病`);
  for (const when of ["2026-11-28 18:00", "2026-11-29 09:00"]) await remind(when);
  expect(reminded()).toEqual([]);
  await remind("2026-11-30 09:00");
  await waitUntil(() => reminded().length === 1);
  expect(reminded()[0]).toContain("今天09:30");
});

test("nothing is said where all is decided, where they have just been told, or where it was called off", async () => {
  await city.person("李明").says(`请假 ${number} 生病`);
  await clerk().says(`准假 李明 ${number}`);
  await clerk().says("对");
  await remind("2026-11-27 09:00");
  city.now = at("2026-11-30 08:30");
  await city.person("王芳").says(`请假 ${number} 出差`);
  await remind("2026-11-30 09:00");
  await new Promise((done) => setTimeout(done, 300));
  expect(reminded()).toEqual([]);
});

test("where a session is near, the directors are, and the week's summary tells them what waits for them alone", async () => {
  await city
    .person("孙丽")
    .says("发布会议 乌当区第六次会议 地点区会议中心;12月1日上午9点 全体会议;12月1日下午2点半 代表团会议");
  const session = (await city.person("孙丽").says("对"))[0]?.number ?? "";
  await city.person("李明").says(`请假 ${session} 生病`);
  await remind("2026-11-30 09:00");
  await waitUntil(() => reminded("何志远").length === 1);
  expect(reminded("孙丽")).toEqual([]);
  city.now = at("2026-11-30 09:00");
  await runAt(city.database.db, "weekly-digest", city.now);
  const digest = () =>
    city
      .person("何志远")
      .heard()
      .filter((one) => one.text.includes("本周情况"));
  await waitUntil(() => digest().length === 1);
  expect(digest()[0]?.text).toContain("待批的请假 1 件");
  expect(digest()[0]?.text).not.toMatch(/没有履职记录|待核实|到期没交/u);
});

test("abroad nobody's name is told", () => {
  const activity = {
    number: "活-2026-003",
    title: "羊昌镇代表小组活动",
    place: null,
    on: "2026-11-30",
    time: "09:30",
  } as const;
  const today = "2026-11-27";
  const items = [{ of: "leaves", activity, names: ["李明"] }] as const;
  const reply = forAbroad({ kind: "deadline.reminder", reminder: 1, items, today });
  const { text } = render(reply, { today });
  expect(text).not.toContain("李明");
  expect(text).toContain("请假");
});
