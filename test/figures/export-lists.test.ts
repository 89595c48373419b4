import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { tableOf } from "#test/support/table-of.ts";
import { unzip } from "#test/support/unzip.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  for (const [name, said] of [
    ["李明", "5月12日走访黄连村12户"],
    ["王芳", "6月3日走访平寨村8户"],
    ["王芳", "群众反映平寨村路灯不亮"],
    ["王芳", "群众反映平寨村垃圾没人清运,电话13812345678"],
    ["吴红梅", "群众反映麦坪村路灯不亮"],
  ] as const) {
    await city.person(name).says(said);
    await city.person(name).says("对");
  }
});
afterAll(() => city.close());

const sumIn = (text = "", words: RegExp): number => Number(words.exec(text)?.groups?.["n"] ?? Number.NaN);

test("导出 缺席: a line for each absence in the chat's figure, with where the deputy sits and what makes it one", async () => {
  const [shown] = await city.person("刘敏").says("缺席 今年");
  const { begun, made, about, lines, bytes } = await tableOf(city, "刘敏", "导出 缺席 今年");
  expect(lines).toHaveLength(sumIn(shown?.text, /缺席(?<n>\d+)人次/u));
  expect(lines).toEqual([
    {
      代表: "杨秀英",
      镇街: "羊昌镇",
      代表小组: "羊昌镇代表小组",
      联络站: expect.anything(),
      活动编号: "活-2026-001",
      活动: expect.any(String),
      日期: new Date("2026-07-18T00:00:00Z"),
      类型: expect.any(String),
      登记: "缺席",
      到会分钟: null,
      共几分钟: null,
      按哪条算缺席: "登记缺席，没有批准的请假",
    },
  ]);
  expect(begun?.text).toContain("共1人次");
  expect(made.text).toContain("缺席名单，共1人次");
  expect(made.attachments[0]?.name).toMatch(/^缺席名单-.*-2026-01-01至2026-12-31\.xlsx$/u);
  expect(about["合计"]).toContain("缺席1人次");
  expect(about["数据时间"]).toBe("2026-09-16 09:00");
  expect(unzip(bytes).get("xl/worksheets/sheet2.xml")).toContain('<pane ySplit="1"');
});

test("导出表格 under the list is that list", async () => {
  const clerk = city.person("刘敏");
  expect((await clerk.says("缺席 今年"))[0]?.choices.map((one) => one.label)).toContain("导出表格");
  expect((await tableOf(city, "刘敏", "导出表格")).made.text).toContain("缺席名单");
  await clerk.says("未报 6月");
  expect((await tableOf(city, "刘敏", "导出表格")).made.text).toContain("未报名单");
  await clerk.says("统计 羊昌镇 走访 二季度");
  expect((await tableOf(city, "刘敏", "导出表格")).made.text).toContain("走访群众");
});

test("导出 未报: everybody whom the chat counts, with the day of the last record", async () => {
  const [shown] = await city.person("刘敏").says("未报 6月");
  const { lines, about } = await tableOf(city, "刘敏", "导出 未报 6月");
  expect(lines).toHaveLength(sumIn(shown?.text, /代表：(?<n>\d+)位/u));
  expect(lines.map((one) => one["代表"])).toEqual(["李明", "陈建国", "杨秀英", "罗文军"]);
  expect(lines[0]?.["最近一次履职"]).toEqual(new Date("2026-05-12T00:00:00Z"));
  expect(lines[1]?.["最近一次履职"]).toBeNull();
  expect(lines[0]?.["代表小组"]).toBe("羊昌镇代表小组");
  expect(about["合计"]).toBe("4位没有记录，共5位代表");
});

test("导出 意见: each opinion in the chat's figure, by category too, without anybody's telephone", async () => {
  const office = city.person("孙丽");
  const [shown] = await office.says("意见 今年");
  const { lines, about } = await tableOf(city, "孙丽", "导出 意见 今年");
  expect(lines).toHaveLength(sumIn(shown?.text, /群众意见(?<n>\d+)条/u));
  expect(lines).toHaveLength(3);
  for (const category of new Set(lines.map((one) => String(one["类别"]))))
    expect(lines.filter((one) => one["类别"] === category)).toHaveLength(
      sumIn(shown?.text, new RegExp(`${category}(?<n>\\d+)条`, "u")),
    );
  expect(JSON.stringify(lines)).not.toContain("13812345678");
  expect(lines.map((one) => one["镇街"])).toEqual(["羊昌镇", "羊昌镇", "东风镇"]);
  expect(lines.map((one) => one["状态"])).toEqual(["已登记", "已登记", "已登记"]);
  expect(lines[0]?.["登记日期"]).toEqual(new Date("2026-09-16T00:00:00Z"));
  expect(about["没有的"]).toContain("联系方式不在表里");
  expect((await tableOf(city, "孙丽", "导出 意见 待办")).lines).toHaveLength(3);
});

test("a clerk's list holds the own township only, and what lies elsewhere reads like nothing", async () => {
  expect((await tableOf(city, "赵勇", "导出 意见")).lines.map((one) => one["镇街"])).toEqual(["东风镇"]);
  const ofOthers = (await tableOf(city, "赵勇", "导出 未报 6月")).lines;
  expect(ofOthers.map((one) => one["代表"])).not.toContain("李明");
  expect((await city.person("赵勇").says("导出 缺席 今年"))[0]?.text).toContain("没有缺席，没有做表格");
  for (const list of ["缺席", "未报", "意见"]) {
    const [elsewhere] = await city.person("赵勇").says(`导出 ${list} 羊昌镇`);
    const [nowhere] = await city.person("赵勇").says(`导出 ${list} 西风镇`);
    const blind = (text = ""): string => text.replace(/羊昌镇|西风镇/gu, "〔镇〕");
    expect(blind(elsewhere?.text)).toBe(blind(nowhere?.text));
  }
});

test("a deputy gets none of these lists", async () => {
  for (const list of ["缺席", "未报", "意见"]) {
    const answers = await city.person("李明").says(`导出 ${list} 今年`);
    expect(answers[0]?.text).not.toContain("正在做表格");
  }
});

test("words that a spreadsheet could run are text in a list, too", async () => {
  await city.database.db.execute(
    sql`update opinions set text = '=1+1', place = '\uff1dcmd' where township_id is not null`,
  );
  const { lines, bytes } = await tableOf(city, "孙丽", "导出 意见 今年");
  expect(lines.map((one) => String(one["内容"])).filter((text) => text.startsWith("="))).toEqual([]);
  expect(lines.some((one) => one["内容"] === "'=1+1")).toBe(true);
  expect(unzip(bytes).get("xl/worksheets/sheet2.xml")).not.toMatch(/<f[ >]/u);
});
