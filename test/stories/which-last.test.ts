import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterEach(() => city.close());

const li = () => city.person("李明");
const says = async (...lines: readonly string[]): Promise<string> => {
  let heard = "";
  for (const line of lines) heard = (await li().says(line)).map((one) => one.text).join("\n");
  return heard;
};

describe("what was filed just now stands above a card that came back", () => {
  beforeEach(async () => {
    await says("昨天走访黄连村8户", "上周五调研农田水利,30人参加");
    expect(await says("对")).toMatch(/记好了[\s\S]*还有这张没有确认[\s\S]*黄连村/u);
  });

  test.each(["刚才那条不要了", "撤销", "把刚才那条删了", "上一条不算"])(
    "%s may mean either, and is asked about",
    async (said) => {
      const asked = await says(said);
      expect(asked).toContain("您说的是哪一条？还没有动。");
      expect(asked).toMatch(/刚记好的：履-2026-\d+/u);
      expect(asked).toContain("没有确认的：走访群众，12月1日(周二)，黄连村");
    },
  );

  test("the record is taken back by its tap, and the card stays", async () => {
    const number = /履-\d+-\d+/u.exec(await says("刚才那条不要了"))?.[0] ?? "";
    expect((await li().taps(`撤销 ${number}`)).map((one) => one.text).join("\n")).toContain("已撤销");
    expect(await says("看卡片")).toContain("黄连村");
  });

  test("the card is let go by its tap, and the record stays", async () => {
    await says("撤销");
    expect((await li().taps("不要没确认的"))[0]?.text).toContain("不记");
    expect(await says("看卡片")).toContain("没有等您决定");
    expect(await says("我的履职")).toContain("专题调研");
  });
});

test("the card that was shown last is what 刚才那条 is, and it is said which one that was", async () => {
  await says("昨天走访黄连村8户", "对");
  expect(await says("上周五调研农田水利,30人参加", "刚才那条不要了")).toContain(
    "没确认的这张不记了：专题调研，11月27日(周五)。",
  );
  expect(await says("我的履职")).toContain("走访群众");
});

test("once the card was merely mentioned behind other answers, any record may be meant", async () => {
  await says("昨天走访黄连村8户", "对");
  await says("上周五调研农田水利,30人参加", "我的履职", "我的出勤");
  const asked = await says("刚才那条不要了");
  expect(asked).toContain("您说的是哪一条？还没有动。");
  expect(asked).toMatch(/撤销的是这条吗|撤销哪一条/u);
  expect(await says("看卡片")).toContain("专题调研");
});
