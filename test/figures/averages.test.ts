import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// An average stands below its sum, and says what it was divided by.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月30日走访黄连村6户"],
    ["李明", "11月29日接待选民3人"],
    ["王芳", "11月28日走访马场村4户"],
  ]);
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words)).map((one) => one.text).join("\n");

test.for([
  "平均每个代表走访多少户",
  "今年代表平均走访几户",
  "人均走访多少户",
  "每位代表平均走访几次",
  "平均每位代表今年走访几次",
])("%s: the sum, how many deputies, who is counted, and the average", async (words) => {
  const text = await told("刘敏", words);
  expect(text).toContain("2次(2条记录，2位代表)\n10户\n");
  expect(text).toContain("平均(按在任代表5位算，没有记录的也在内)：每位0.4次、2.0户");
  expect(text).toContain("只按有记录的2位算：每位1.0次、5.0户");
  expect(text).not.toContain("没有用上");
  expect(await told("孙丽", words)).toContain("按在任代表10位算");
});

test.for([
  ["平均每次走访多少户", "平均(按2次算)：每次5.0户"],
  ["走访每次平均多少户", "平均(按2次算)：每次5.0户"],
  ["今年平均每月走访多少户", "平均(按12个月算，没过完的也算一个月)：每月0.2次、0.8户"],
  ["11月平均每月走访多少户", "平均(按1个月算，没过完的也算一个月)：每月2.0次、10.0户"],
  ["李明平均每次走访几户", "平均(按1次算)：每次6.0户"],
  ["今年平均每位代表接待几人", "每位0.2次、0.6人"],
])("%s: %s", async ([words = "", line = ""]) => {
  const text = await told("刘敏", words);
  expect(text).toContain(line);
  expect(text).not.toContain("没有用上");
});

test.for(["各镇平均每位代表走访多少户", "各镇街人均走访几户", "各乡镇平均每个代表走访了多少户"])(
  "%s: each line with its own average, over those who sit there",
  async (words) => {
    const text = await told("孙丽", words);
    expect(text).toContain("平均按在任代表算，没有记录的也在内。");
    expect(text).toContain("羊昌镇 2次(10户)，在任5位，每位0.4次、2.0户");
    expect(text).toMatch(/东风镇 0次(?!.*每位)/u);
    expect(text).not.toContain("没有用上");
  },
);

test("over times each line is divided by its own", async () => {
  expect(await told("孙丽", "各镇平均每次走访多少户")).toContain("羊昌镇 2次(10户)，每次5.0户");
  expect(await told("刘敏", "黄连村和马场村平均每次走访多少户")).toMatch(
    /黄连村1次\(6户\)，每次6\.0户\n马场村1次\(4户\)，每次4\.0户/u,
  );
});

test("by months there is no average of each deputy, and it says so", async () => {
  const text = await told("孙丽", "平均每位代表每个月走访几户");
  expect(text).toContain("没有用上");
  expect(text).not.toContain("每位0");
});

test("of nothing there is no average", async () => {
  expect(await told("孙丽", "东风镇平均每位代表走访多少户")).not.toMatch(/平均|NaN/u);
});

test("a deputy has the averages of his own, and not those of the others", async () => {
  expect(await told("李明", "我平均每次走访几户")).toContain("每次6.0户");
  for (const words of ["平均每个代表走访多少户", "人均走访几户"])
    expect(await told("李明", words)).toContain("由工作人员来查");
});

test.for(["今年走访多少户", "统计 走访 今年"])("%s asks for none", async (words) => {
  expect(await told("刘敏", words)).not.toContain("平均");
});
