import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const last = (name: string) => city.person(name).heard().at(-1);

test.for(["对,记下来", "对，记下来。", "对 记下来", "记下来"])(
  "%s does what the button does",
  async (typed) => {
    await city.person("李明").says(`今天走访黄连村${10 + typed.length * 3}户`);
    const [receipt] = await city.person("李明").says(typed);
    expect(receipt?.kind).toBe("report.filed");
    await city.person("李明").says("撤销");
  },
);

test("the other two buttons of a card are pressed by their words, too", async () => {
  const wang = city.person("王芳");
  await wang.says("今天走访平寨村12户");
  const [fields] = await wang.says("要改一改");
  expect(fields?.kind).toBe("report.fields");
  const [question] = await wang.says("改地点");
  expect(question?.text).toContain("在哪里");
  const [card] = await wang.says("黄连村");
  expect(card?.text).toContain("黄连村");
  const [dropped] = await wang.says("不记了!");
  expect(dropped?.kind).toBe("report.dropped");
});

test("a button's words said a second time change nothing", async () => {
  const wang = city.person("王芳");
  await wang.says("昨天走访平寨村12户");
  await wang.says("对,记下来");
  const [again] = await wang.says("对,记下来");
  expect(again?.kind).toBe("help.stale");
});

test("likely answers to a question are pressed by their words", async () => {
  const chen = city.person("陈建国");
  const [question] = await chen.says("2月31日走访黄连村3户");
  expect(question?.kind).toBe("report.question");
  const [card] = await chen.says("前天");
  expect(card?.text).toContain("9月14日");
  await chen.says("不记了");
});

test.for([
  ["对,发通知", "activity.answer"],
  ["不用了", "sure.dropped"],
])("before an activity is published, %s is a tap", async ([typed = "", kind]) => {
  await city.person("刘敏").says(`发布活动 12月${typed.length}日上午9点 羊昌镇代表小组 小组活动`);
  const [answer] = await city.person("刘敏").says(typed);
  expect(answer?.kind).toBe(kind);
});

test("不发了 leaves an unfinished draft", async () => {
  await city.person("刘敏").says("发布活动 羊昌镇代表小组 学习代表法");
  const [answer] = await city.person("刘敏").says("不发了");
  expect(answer?.kind).toBe("activity.dropped");
});

test("one of several activities is named by the words of its button", async () => {
  await eventually(() => expect(last("罗文军")?.kind).toBe("activity.invited"));
  const [which] = await city.person("罗文军").says("请假");
  const [why] = await city.person("罗文军").says(which?.choices[0]?.label.replace("(", " ") ?? "");
  expect(why?.text).toContain("什么原因");
  const [sent] = await city.person("罗文军").says("生病");
  expect(sent?.text).toContain("生病");
});

test("对 to news that asks 对 or 不是我 is its first button", async () => {
  await city.person("李明").says("昨天和王芳代表走访上坝村9户");
  await city.person("李明").says("对");
  await eventually(() => expect(last("王芳")?.kind).toBe("report.companion"));
  const [given] = await city.person("王芳").says("对");
  expect(given?.kind).toBe("share.given");
});

test.for(["1", "对"])("%s is asked about while an own card and newer news are both in view", async (said) => {
  const [li, wang] = [city.person("李明"), city.person("王芳")];
  const place = said === "1" ? "麦坪村" : "云锦庄村";
  await wang.says(said === "1" ? "今天走访平寨村5户" : "今天接待选民6人");
  await li.says(`前天和王芳代表走访${place}9户`);
  await li.says("1");
  await eventually(() => expect(last("王芳")?.kind).toBe("report.companion"));
  const [question, ...more] = await wang.says(said);
  expect([question?.kind, more.length]).toEqual(["help.which-card", 0]);
  expect(question?.choices.map((one) => one.label)).toEqual(["对，我也在", "对，记下来"]);
  const [given, waiting] = await wang.says("1");
  expect([given?.kind, waiting?.kind]).toEqual(["share.given", "report.card"]);
  const [filed] = await wang.says("1");
  expect(filed?.kind).toBe("report.filed");
});

test("news that was answered is in nobody's way: the next 1 means the card", async () => {
  const [li, wang] = [city.person("李明"), city.person("王芳")];
  await wang.says("昨天接待选民5人");
  await li.says("大前天和王芳代表走访黄连村9户");
  await li.says("1");
  await eventually(() => expect(last("王芳")?.kind).toBe("report.companion"));
  await wang.taps("不是我");
  const [filed] = await wang.says("1");
  expect(filed?.kind).toBe("report.filed");
});
