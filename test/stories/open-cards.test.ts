import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

test("while it is asked whose a record is, only a name answers; another deed is heard as one", async () => {
  const zhao = city.person("赵勇");
  await zhao.says("代报 赵铁柱 昨天走访头堡村9户");
  const [card] = await zhao.says("张伟昨天走访下坝村1户");
  expect(card?.text).toContain("下坝村");
  expect(card?.text).not.toContain("头堡村");
  const [figure] = await zhao.says("张伟这个月走访了几次");
  expect(figure?.text).not.toContain("头堡村,9户".replace(",", "\uFF0C"));
});

test("不记了 means the question that is open, not a card that was dropped before", async () => {
  const wu = city.person("吴红梅");
  await wu.says("昨天接待选民3人");
  await wu.says("不记了");
  await wu.says("前天走访了几户");
  const [dropped] = await wu.says("不记了");
  expect(dropped?.kind).toBe("report.dropped");
  const [card] = await wu.says("昨天走访大寨村十几户");
  expect(card?.text).toContain("9月15日");
});

test("the words of a button press the next open card that has it", async () => {
  const wu = city.person("吴红梅");
  for (const day of ["昨天", "前天", "大前天"]) await wu.says(`${day}走访上坝村5户`);
  await wu.says("对,记下来");
  const kinds: (string | undefined)[] = [];
  for (const said of ["不记了", "对,记下来"]) kinds.push((await wu.says(said))[0]?.kind);
  expect(kinds).toEqual(["report.dropped", "report.filed"]);
});

test("对 answers no question of which one it is", async () => {
  const wu = city.person("吴红梅");
  await wu.says("昨天走访上坝村5户");
  await wu.taps("要改一改");
  await wu.taps("改类型");
  const [again] = await wu.says("对");
  expect(again?.kind).toBe("report.not-read");
});

test("the same words twice make one card, and one record, by whichever of the two messages it is agreed to", async () => {
  const wu = city.person("吴红梅");
  const [first] = await wu.says("昨天走访上坝村5户");
  const [second] = await wu.says("昨天走访上坝村5户");
  expect(second?.text).toBe(first?.text);
  const [filed, ...more] = await wu.says("对");
  expect([filed?.kind, more.length]).toEqual(["report.filed", 0]);
  const [again] = await wu.tapsId(first?.choices[0]?.id ?? "");
  expect(again?.kind).not.toBe("report.filed");
  expect((await wu.says("我的履职"))[0]?.text).toContain("1次");
});

test.each(["算了还是别记了", "还是算了", "唉,别记了", "算了,还是不要了吧"])(
  "%s drops the open card and speaks of nothing else",
  async (said) => {
    const wu = city.person("吴红梅");
    await wu.says("昨天走访上坝村5户");
    const [dropped, ...more] = await wu.says(said);
    expect([dropped?.kind, more.length]).toEqual(["report.dropped", 0]);
  },
);

test.each(["我点错了 不撤", "点错了,不要撤了", "先不撤"])(
  "%s takes nothing back and asks of nothing to be",
  async (said) => {
    const wu = city.person("吴红梅");
    await wu.says("昨天走访上坝村5户");
    await wu.says("对");
    const [answer] = await wu.says(said);
    expect(answer?.kind).not.toMatch(/withdraw|which/u);
  },
);

test.each(["不是,这是另外一次的", "不是,另一次", "不对,是另外一回的"])(
  "%s says of nothing how often it was, and changes no record",
  async (said) => {
    const wu = city.person("吴红梅");
    await wu.says("昨天走访上坝村5户");
    await wu.says("对");
    expect((await wu.says(said))[0]?.kind).not.toBe("report.amended");
  },
);

test("where the kind is asked, what it was most likely held to be stands first", async () => {
  const wu = city.person("吴红梅");
  const [asked] = await wu.says("昨天在上坝村看了5户老人");
  expect(asked?.kind).toBe("report.question");
  expect(asked?.choices[0]?.label).toBe("慰问帮扶");
});
