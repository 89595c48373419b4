import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("9月8日在羊昌镇政府接待选民6人");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const said = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";
const answered = (words: string): Promise<string> => said("刘敏", words);

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
  expect(await answered("统计 今年 接待")).toContain("接待选民");
  expect(await answered("统计 接待 9月")).toContain("1次");
});

test("a month that does not exist is not read as another one", async () => {
  expect(await answered("统计 13月")).toContain("没有查到“13月”");
});

test.for([
  ["统计 三季度 各镇", "township", "按镇街"],
  ["统计 按镇街", "township", "按镇街"],
  ["统计 按小组 本月", "group", "按小组"],
  ["统计 羊昌镇 按联络站", "station", "按联络站"],
  ["统计 按站", "station", "按联络站"],
  ["统计 按类型", "kind", "按类型"],
  ["统计 接待 按代表", "deputy", "按代表"],
  ["统计 今年 按月", "month", "按月"],
  ["各镇接待情况", "township", "按镇街"],
  ["今年各小组接待了多少人", "group", "按小组"],
  ["羊昌镇和东风镇今年接待了多少人", "township", "按镇街"],
])("%s: the total first, and below it what it is divided by", async ([line = "", by, head = ""]) => {
  const [figure] = await city.person("孙丽").says(line);
  expect(figure?.kind).toBe("figures.cut");
  const [total, before, divided, ...parts] = figure?.text.split("\n") ?? [];
  expect(total).toMatch(/ 2026年.*：1次\(1条记录，1位代表\)，6人$/u);
  expect(before).toMatch(/^上年同期/u);
  expect([by, divided]).toEqual([by, head]);
  expect(parts.join(" ")).toContain("1次(6人)");
  expect(figure?.text.length).toBeLessThanOrEqual(300);
});

test.for(["昨天接待了多少人", "9月8日接待了多少人", "今天走访了多少户", "前天全镇走访了好多户"])(
  "%s is a question of whoever has nothing of his own to report",
  async (line) => {
    const [figure] = await city.person("刘敏").says(line);
    expect(figure?.kind).toBe("figures.tally");
  },
);

test("a station that is not in the register is not answered with its whole township", async () => {
  expect(await answered("统计 羊昌镇人大代表工作站")).toContain("没有查到这个地方或单位");
});

test("a deputy's own year is divided by kind and by month in words", async () => {
  expect(await said("李明", "我的履职 按月")).toMatch(
    /^您 2026年：1次\(1条记录\)，6人\n上年同期.*\n按月\n2026年9月 1次/u,
  );
  expect(await said("李明", "我的履职 按类型")).toContain("接待选民1次");
});

test("who looks after one township is offered what divides it, and townships not", async () => {
  const [figure] = await city.person("刘敏").says("统计");
  const labels = figure?.choices.map((one) => one.label);
  expect(labels).toEqual(["按类型", "按小组", "按代表", "按月", "看每一条", "导出表格"]);
});

test.for(["代表履职排名", "各代表走访次数排名", "代表按次数从多到少排一下"])(
  "%s ranks nobody",
  async (line) => {
    const [answer] = await city.person("孙丽").says(line);
    expect(answer?.text).toContain("不排名");
  },
);

test.for(["意见 未办结", "意见 没办完", "意见 未答复的", "意见 在办", "意见 待办"])(
  "%s lists what is still open",
  async (line) => {
    const [answer] = await city.person("孙丽").says(line);
    expect(answer?.kind).toBe("figures.backlog");
  },
);

test("导出 待办 leads to the list", async () => {
  const [answer] = await city.person("孙丽").says("导出 待办");
  expect(answer?.text).toContain("没有单独的表格");
  expect((await city.person("孙丽").taps("待办"))[0]?.kind).toMatch(/^figures\./u);
});

test("导出 of a list that is empty says so", async () => {
  expect(await said("孙丽", "导出 未报 2019年")).toContain("没有做表格");
  expect(await said("孙丽", "导出 意见 2019年")).toContain("没有登记群众意见");
});

test("周报 and 月报 are made whenever somebody wants them", async () => {
  expect(await said("孙丽", "周报")).toContain("9月7日至9月13日，共1条记录");
  expect(await said("孙丽", "月报")).toContain("2026年8月");
  expect(await said("孙丽", "月报 9月")).toContain("2026年9月，共1条记录");
});

test("a mistyped kind or place is answered with the nearest one, and a tap asks for it", async () => {
  const [asked] = await city.person("刘敏").says("统计 走仿 本月");
  expect(asked?.text).toContain("是不是“走访”");
  expect((await city.person("刘敏").taps("统计 走访"))[0]?.kind).toBe("figures.tally");
});

test("不对 to what is read back is a no, and a bare 定稿 lists what waits", async () => {
  expect(await answered("定稿")).toContain("定稿 活-2026-002");
  await answered("到会 活-2026-002 全到");
  expect(await answered("不对")).toContain("没有登记");
  expect(await answered("改考勤 活-2026-001 杨秀英")).toContain("没说改成什么");
});

test("what staff call a suggestion or a motion for short keeps its kind and its period", async () => {
  for (const [line, head] of [
    ["统计 提建议 今年", "2026年 提出建议"],
    ["统计 建议 三季度", "2026年三季度 提出建议"],
    ["统计 今年 附议", "2026年 附议建议"],
    ["统计 议案 上半年", "2026年上半年 领衔议案"],
  ] as const)
    expect([line, await answered(line)]).toEqual([line, expect.stringContaining(head)]);
});

test("a deputy's own figure counts no deputies", async () => {
  const [figure] = await city.person("李明").says("我今年走访了好多次");
  const [all] = await city.person("李明").says("统计 今年");
  expect([figure?.kind, all?.kind]).toEqual(["figures.tally", "figures.tally"]);
  expect(`${figure?.text}${all?.text}`).not.toContain("位代表");
});
