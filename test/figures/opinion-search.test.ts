import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";
import { tableOf } from "#test/support/table-of.ts";

// Staff ask whether something was brought up: it is looked for, and is no new opinion.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-10-20T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "群众反映黄连村二组路灯坏了三天"],
    ["王芳", "群众反映石关村自来水浑浊,饮水不放心"],
    ["张伟", "群众反映新堡村公交车太少,路灯也不亮"],
  ]);
  city.now = new Date("2026-12-02T10:00:00+08:00");
  for (let at = 1; at <= 6; at += 1) {
    await city.person("陈建国").says(`群众反映平寨村${"一二三四五六"[at - 1] ?? ""}组路灯不亮`);
    await city.person("陈建国").says("对");
  }
});
afterAll(() => city.close());

const told = async (name: string, words: string) => {
  const [answer, ...more] = await city.person(name).says(words);
  expect(more).toEqual([]);
  return answer?.text ?? "";
};

test.for([
  "有没有人反映路灯",
  "有没有人反映路灯不亮?",
  "最近有人反映路灯的问题吗",
  "有群众反映路灯坏了吗",
  "有哪些群众反映路灯",
  "哪些意见提到路灯",
  "关于路灯的意见有哪些",
  "提到路灯的意见",
  "路灯有没有人反映过",
  "查一下路灯的意见",
  "有多少群众反映路灯问题",
])("%s: those in whose words it stands, newest first, page by page", async (words) => {
  const answer = await told("刘敏", words);
  expect(answer).toContain("羊昌镇 历年 提到“路灯”的群众意见7条(第1页，共2页)");
  expect(answer).toMatch(/意-2026-\d+ 城乡建设：平寨村六组路灯不亮 12月2日已登记/u);
  expect(answer).not.toContain("新堡村");
  expect((await city.person("刘敏").taps("下一页"))[0]?.text).toContain("10月20日");
});

test("nothing of it is said to be nothing, and how it was looked for", async () => {
  expect(await told("刘敏", "有没有人反映公交")).toContain("没有提到“公交”的群众意见");
  expect(await told("赵勇", "哪些意见提到公交")).toContain("提到“公交”的群众意见1条");
  expect(await told("孙丽", "东风镇有没有人反映路灯")).toContain("东风镇 历年 提到“路灯”的群众意见1条");
  expect(await told("孙丽", "11月有没有人反映路灯")).toContain("2026年11月：没有提到“路灯”");
});

test("a kind that has a name of its own is counted by that", async () => {
  expect(await told("孙丽", "有没有人反映教育方面的问题")).toContain("教育文体类的：没有登记");
});

test("a deputy looks through what he brought himself", async () => {
  expect(await told("李明", "有没有人反映路灯")).toContain("提到“路灯”的1件");
  expect(await told("王芳", "有没有人反映路灯")).toContain("没有提到“路灯”的");
});

test.for(["有人反映路灯不亮", "群众反映停水两天了", "有群众反映路灯不亮,有没有人管"])(
  "%s brings it up",
  async (words) => {
    const [card] = await city.person("刘敏").says(words);
    expect(["report.card", "report.question", "report.whose"]).toContain(card?.kind);
    await city.person("刘敏").says("不记了");
  },
);

test.for([
  ["超期的意见有几条", "没办的群众意见8条，等了超过30天的2条"],
  ["有没有意见超过30天没办", "等了超过30天的2条"],
  ["超过半个月没办的意见有哪些", "等了超过15天的2条"],
  ["逾期的意见", "等了超过30天的2条"],
  ["超过90天没办的意见有几条", "没办的群众意见8条，没有等了超过90天的"],
])("%s: how many wait, how long, and that no day is set", async ([words = "", answer = ""]) => {
  const said = await told("刘敏", words);
  expect(said).toContain(answer);
  expect(said).toContain("没有规定的办理期限");
});

test("the table of what was looked for holds those and no other", async () => {
  await told("刘敏", "有没有人反映自来水");
  const { begun, about } = await tableOf(city, "刘敏", "导出表格");
  expect(begun?.text).toContain("1条");
  expect(JSON.stringify(about)).toContain("提到“自来水”的");
});
