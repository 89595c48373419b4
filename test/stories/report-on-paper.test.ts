import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// On Wednesday 9 December 2026 the self-review is due the next day; 李明 and 陈建国 have handed theirs in.
let city: City;
const clerk = () => city.person("刘敏");
const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);

beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-09T09:00:00+08:00");
  await runAt(city.database.db, "deadline-reminders", at("2026-12-09 09:00"));
  for (const name of ["李明", "陈建国"]) {
    await say(name, "提交履职自评 今年走访群众40户,参加会议3次");
    await city.person(name).taps("对,交上");
  }
});
afterAll(() => city.close());

test("a deputy who asks by when, to whom and how is told, and nobody's question is a record", async () => {
  for (const words of [
    "自评什么时候交",
    "自评交给谁",
    "自评怎么写",
    "什么时候交自评",
    "可以交纸质的自评吗",
  ]) {
    const told = await say("王芳", words);
    for (const piece of ["12月10日", "由镇街人大收", "没有固定格式"]) expect(told).toContain(piece);
  }
  expect(await say("王芳", "年度履职报告什么时候截止")).toContain("由代表工委收");
  expect(await say("王芳", "述职什么时候交")).toContain("眼下没有排到您要交的述职报告");
  expect(await say("李明", "自评怎么写")).toContain("您12月9日(周三)交过了");
});

test("what was handed in on paper counts by nobody's word: whoever takes it is told, and enters it", async () => {
  for (const words of ["自评我交的纸质的", "我的自评已经交了纸质版给刘敏", "自评交了纸质的"])
    expect(await say("罗文军", words)).toContain("还没有算交上");
  await eventually(() => expect(heardOf(clerk(), "obligation.said-on-paper")).toHaveLength(1));
  expect(await say("刘敏", "未交 自评")).toContain("罗文军");
  expect((await say("罗文军", "年度履职报告交了纸质的")).includes("已告诉代表工委")).toBe(true);
  await clerk().taps("登记收到纸质的");
  await clerk().taps("对,登记收下");
  await eventually(() => expect(heardOf(city.person("罗文军"), "obligation.paper-entered")).toHaveLength(1));
  expect(await say("刘敏", "未交 自评")).not.toContain("罗文军");
  expect(await say("罗文军", "我的自评交了没有")).toContain("已收下");
});

test("staff say so in their own words, and a question, a walk or a leaflet is nothing of it", async () => {
  expect(await say("刘敏", "王芳交的是纸质的,帮他登记一下")).toContain(
    "王芳(羊昌镇代表小组)代表的年度履职自评",
  );
  await clerk().taps("不用了");
  expect(await say("刘敏", "王芳的自评交了纸质的没有")).not.toContain("登记后就算收下");
  expect(await say("王芳", "今天给群众发了纸质的宣传材料")).not.toContain("还没有算交上");
  expect(await say("王芳", "今天走访的时候收到一份书面报告")).not.toContain("还没有算交上");
});

test("how far it is, and what was brought, is shown, and one is sent back in a few words", async () => {
  for (const words of ["自评收了几份了", "自评交上来几份", "自评交齐没有"])
    expect(await say("刘敏", words)).toContain("已交来、等收下的2份");
  for (const words of ["把交上来的都收了", "李明、陈建国的收下"]) {
    const shown = await say("刘敏", words);
    for (const piece of ["待收的报告2份", "李明", "陈建国"]) expect(shown).toContain(piece);
  }
  expect(await say("刘敏", "陈建国的退回去,太短了")).toContain("已退回：陈建国代表的年度履职自评");
  await eventually(() => expect(heardOf(city.person("陈建国"), "obligation.came-back")).toHaveLength(1));
  expect(heardOf(city.person("陈建国"), "obligation.came-back")[0]?.text).toContain("“太短了”");
  expect(await say("刘敏", "谁没有述职")).toContain("届满那年才交");
});

test("who has not handed in is shown before anybody is reminded, each once a day, and on no day of rest", async () => {
  const nudged = (name: string) => heardOf(city.person(name), "obligation.nudged");
  for (const words of ["没交自评的催一下", "催一下没交自评的", "自评还没交的提醒一下"]) {
    const card = await say("刘敏", words);
    for (const name of ["王芳", "杨秀英", "陈建国"]) expect(card).toContain(name);
    for (const name of ["李明", "罗文军"]) expect(card).not.toContain(name);
  }
  await clerk().taps("对,提醒他们");
  await eventually(() => expect(nudged("王芳")).toHaveLength(1));
  expect(nudged("王芳")[0]?.text).toContain("年度履职自评，期限12月10日");
  expect(nudged("李明")).toEqual([]);
  await say("刘敏", "没交自评的催一下");
  await clerk().taps("对,提醒他们");
  city.now = at("2026-12-12 10:00");
  expect(await say("刘敏", "没交自评的催一下")).toContain("等下一个工作日早上发");
  await clerk().taps("对,提醒他们");
  expect(nudged("王芳")).toHaveLength(1);
});
