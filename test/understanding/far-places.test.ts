import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-12-02T18:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["王芳"],
    places: ["黄连村"],
  });

test.each([
  ["11.24-11.26上海考察科技金融", "上海"],
  ["11月13日至14日外出考察铜仁农旅融合,同去的有王芳代表", "铜仁"],
  ["跟着代表团上浙江考察垃圾分类,11月8日走的,10日回来的", "浙江"],
  ["11月15日赴浙江湖州考察学习", "浙江湖州"],
  ["昨天陪北京专家考察黄连村", "黄连村"],
  ["昨天去区卫健局面商建议办理", "区卫健局"],
  ["昨天到区水务局面商", "区水务局"],
  ["昨天到区交警大队协调停车问题", "区交警大队"],
])("where a deputy was sent is known: %s", (text, place) => {
  expect(read(text).reports).toMatchObject([{ place }]);
});

test.each(["昨天参加培训,上海来的老师讲课", "昨天考察上海来的客商项目", "昨天学习贵阳经验"])(
  "where somebody or something came from is no place of what was done: %s",
  (text) => {
    expect(read(text).reports[0]?.place).toBeUndefined();
  },
);

test.each(["11月考察了养老院", "11月经济座谈会我参加了", "10月票决民生实事", "10月供水检查"])(
  "a month before 考察, 经济, 票决 and 供水 is one, and the day of it is asked: %s",
  (text) => {
    expect(read(text).ask).toContain("date");
  },
);

test("whose family works far away was visited at home", () => {
  expect(read("昨天走访外出浙江打工人员家属6户").reports).toMatchObject([{ counts: { households: 6 } }]);
  expect(read("昨天走访外出浙江打工人员家属6户").reports[0]?.place).not.toBe("浙江");
});
