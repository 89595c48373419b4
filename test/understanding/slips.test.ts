import { expect, test } from "vitest";
import { normalise } from "#src/understanding/normalise.ts";
import { mendPlaces } from "#src/understanding/slips.ts";
import { understand } from "#src/understanding/understand.ts";

const CONTEXT = {
  at: new Date("2026-09-16T20:00:00+08:00"),
  zone: "Asia/Shanghai",
  people: ["李明"],
  places: ["头堡村", "黄连村", "平寨村"],
};

test.each([
  ["昨天职班,接呆群众4人", "昨天值班,接待群众4人"],
  ["慰闻困难家挺3户", "慰问困难家庭3户"],
  ["院坝汇来了30人", "院坝会来了30人"],
  ["请叚一天", "请假一天"],
  ["村里没有自来谁", "村里没有自来水"],
])("%s is read as %s", (typed, meant) => {
  expect(normalise(typed)).toBe(meant);
});

test.each([
  "来了三位问医保的老人",
  "他还未问清楚",
  "村民述说了困难",
  "学校监察员来了",
  "老师打学生",
  "天然气停了",
  "克服困难,买了两千克米",
])("%s stays as it is", (text) => {
  expect(normalise(text)).toBe(text);
});

test("a village whose name was heard wrongly is the known one, another known one is left alone", () => {
  expect(mendPlaces("到头保村和黄莲村走访", CONTEXT.places)).toBe("到头堡村和黄连村走访");
  expect(mendPlaces("到坪寨村走访", [...CONTEXT.places, "坪寨村"])).toBe("到坪寨村走访");
  expect(understand("昨天到头保村走防13户", CONTEXT).reports[0]).toMatchObject({
    kind: "home_visit",
    place: "头堡村",
    counts: { households: 13 },
  });
});
