import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// A question about several things is answered about all of them, each in a line of its own.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "11月2日走访黄连村7户,群众反映路灯不亮"],
    ["李明", "11月9日走访石关村5户"],
    ["李明", "2月10日在羊昌镇政府接待选民6人"],
    ["王芳", "2月11日走访黄连村4户,群众反映自来水浑浊"],
    ["张伟", "11月3日走访新堡村12户"],
  ]);
});
afterAll(() => city.close());

const asked = async (name: string, words: string) =>
  (await city.person(name).says(words)).map((one) => one.text);

test.for([
  ["我今年走访几户、接待几人", ["走访群众2次(12户)", "接待选民1次(6人)"]],
  [
    "今年我接待了多少人,走访了多少户,值班几次",
    ["接待选民1次(6人)", "走访群众2次(12户)", "值班:没有计入的记录"],
  ],
  ["本月我走访几户收集意见几条", ["您 2026年11月：", "走访群众2次(12户)", "群众意见1条"]],
  ["我今年履职几次、走访多少户", ["履职一共：3次(3条记录)", "走访群众2次(12户)"]],
  ["我今年走访了多少户、提了几条建议", ["走访群众2次(12户)", "没有计入的记录"]],
] as const)("%s: of oneself", async ([words, lines]) => {
  const [answer, ...more] = await asked("李明", words);
  expect(more).toEqual([]);
  for (const line of lines) expect(answer).toContain(line.replace("值班:", "联络站值班："));
});

test.for([
  ["羊昌镇一季度走访多少户、收集意见多少条", ["羊昌镇 2026年一季度：", "走访群众1次(4户)", "群众意见0条"]],
  ["羊昌镇今年走访多少户、收集意见多少条", ["羊昌镇 2026年：", "走访群众3次(16户)", "群众意见2条"]],
  ["上半年走访和接待各多少次", ["走访群众1次(4户)", "接待选民1次(6人)"]],
  ["李明今年走访几户、接待几人", ["李明 2026年：", "走访群众2次(12户)", "接待选民1次(6人)"]],
  ["李明今年走访几户、收集意见几条", ["走访群众2次(12户)", "群众意见1条"]],
  ["黄连村今年走访几户、收集意见几条", ["黄连村 2026年", "走访群众2次(11户)", "群众意见2条"]],
] as const)("%s: of staff", async ([words, lines]) => {
  const [answer, ...more] = await asked("刘敏", words);
  expect(more).toEqual([]);
  for (const line of lines) expect(answer).toContain(line);
});

test("what is counted elsewhere is said to be asked for by itself, and nothing is left out in silence", async () => {
  const [apart, figure] = await asked("李明", "我今年走访几户、缺席几次");
  expect(apart).toContain("要单独看");
  expect(apart).toContain("我的出勤");
  expect(figure).toContain("走访群众2次(12户)");
  const [unheeded, rest] = await asked("刘敏", "今年走访多少户、开展活动几次");
  expect(unheeded).toContain("“开展活动几次”");
  expect(rest).toContain("走访群众3次(16户)");
});

test("a line that is tapped is the figure of that one alone", async () => {
  await asked("刘敏", "羊昌镇今年走访多少户、接待多少人");
  const [one] = await city.person("刘敏").taps("接待选民");
  expect(one?.text).toContain("羊昌镇 2026年 接待选民：\n1次(1条记录，1位代表)");
});

test.for([
  ["黄连村今年收到多少条意见", "黄连村 2026年 群众意见2条"],
  ["平寨村今年收到几条意见", "平寨村 2026年：没有登记群众意见"],
  ["老街今年收到几条意见", "没有查到这个地方或单位：老街"],
  ["李明今年收集了多少条意见", "李明 2026年 群众意见1条"],
] as const)("%s: of that place or deputy alone", async ([words, answer]) => {
  expect((await asked("刘敏", words))[0]).toContain(answer);
});

test("one thing in two amounts is one figure as before", async () => {
  expect((await asked("刘敏", "今年走访多少户、多少人"))[0]).toContain("羊昌镇 2026年 走访群众：\n3次");
});
