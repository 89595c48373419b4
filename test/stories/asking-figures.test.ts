import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("9月8日在羊昌镇政府接待选民6人");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const answer = async (said: string): Promise<string> => (await city.person("刘敏").says(said))[0]?.text ?? "";

const [PERIODS, KINDS, PLACES] = [
  ["今年", "本月", "三季度", "9月", "近三个月", "上半年"],
  ["接待", "接待选民", "走访", "视察", "调研", "培训"],
  ["羊昌镇", "羊昌镇代表小组", "李明"],
] as const;

test("a period, a kind and a place are read in any order, and every answer is a figure", async () => {
  const lines = PERIODS.flatMap((period, n) => {
    const kind = KINDS[n % KINDS.length] ?? "";
    const place = PLACES[n % PLACES.length] ?? "";
    return [
      [period, kind, place],
      [kind, place, period],
      [place, period, kind],
      [kind, period],
    ].map((words) => `统计 ${words.join(" ")}`);
  });
  for (const line of lines) {
    const [figure] = await city.person("刘敏").says(line);
    expect([line, figure?.kind]).toEqual([line, "figures.tally"]);
  }
});

test("the example that an empty answer gives works itself", async () => {
  expect(await answer("统计 今年 接待")).toContain("接待选民");
  expect(await answer("统计 接待 9月")).toContain("1次");
});

test("a month that does not exist is not read as another one", async () => {
  expect(await answer("统计 13月")).toContain("没有查到“13月”");
});

test("words that divide a figure take nothing from it: its buttons divide it", async () => {
  const [figure] = await city.person("孙丽").says("统计 三季度 各镇");
  expect(figure?.kind).toBe("figures.tally");
  expect(figure?.choices.map((one) => one.label)).toContain("按镇街");
});

test("a mistyped kind or place is answered with the nearest one, and a tap asks for it", async () => {
  const [asked] = await city.person("刘敏").says("统计 走仿 本月");
  expect(asked?.text).toContain("是不是“走访”");
  expect((await city.person("刘敏").taps("统计 走访"))[0]?.kind).toBe("figures.tally");
});

test("不对 to what is read back is a no, and a bare 定稿 lists what waits", async () => {
  expect(await answer("定稿")).toContain("定稿 活-2026-002");
  await answer("到会 活-2026-002 全到");
  expect(await answer("不对")).toContain("没有登记");
  expect(await answer("改考勤 活-2026-001 杨秀英")).toContain("没说改成什么");
});

test("what staff call a suggestion or a motion for short keeps its kind and its period", async () => {
  for (const [line, head] of [
    ["统计 提建议 今年", "2026年 提出建议"],
    ["统计 建议 三季度", "2026年三季度 提出建议"],
    ["统计 今年 附议", "2026年 附议建议"],
    ["统计 议案 上半年", "2026年上半年 领衔议案"],
  ] as const)
    expect([line, await answer(line)]).toEqual([line, expect.stringContaining(head)]);
});

test("a deputy's own figure counts no deputies", async () => {
  const [figure] = await city.person("李明").says("我今年走访了好多次");
  const [all] = await city.person("李明").says("统计 今年");
  expect([figure?.kind, all?.kind]).toEqual(["figures.tally", "figures.tally"]);
  expect(`${figure?.text}${all?.text}`).not.toContain("位代表");
});
