import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// Who asks for records that were sent back, entered by staff, or filed with a photo, reads of those and no others.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  const files = async (name: string, line: string): Promise<string> => {
    await city.person(name).says(line);
    const said = (await city.person(name).says("对")).map(({ text }) => text).join();
    return /履-\d{4}-\d{5}/u.exec(said)?.[0] ?? "";
  };
  const back = await files("李明", "11月2日走访黄连村7户");
  await files("李明", "11月9日走访平寨村3户");
  const good = await files("王芳", "10月20日走访黄连村5户");
  await city.person("李明").shows(1);
  await city.person("李明").says("对");
  await city.person("刘敏").says(`退回 ${back} 请写明走访了哪些户`);
  await city.person("刘敏").says("对");
  await city.person("刘敏").says(`核实 ${good}`);
  await city.person("刘敏").says("代报 陈建国 11月3日走访黄连村4户");
  await city.person("刘敏").says("对");
  city.now = new Date("2026-12-05T10:00:00+08:00");
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> => {
  const said = await city.person(name).says(words);
  return said.map(({ text }) => text).join("\n");
};

describe("of a mark", () => {
  test.each([
    ["刘敏", "被退回的有几条", /羊昌镇 2026年 被退回的：\n1次\(1条记录，1位代表\)\n7户/u],
    ["刘敏", "今年退回了几条", /被退回的：\n1次/u],
    ["刘敏", "退回的记录有哪些", /被退回的：\n1次/u],
    ["刘敏", "统计 羊昌镇 走访 四季度 退回的", /2026年四季度 走访群众 被退回的：\n1次/u],
    ["刘敏", "今年谁的记录被退回了", /被退回的：1次.*\n.*\n按代表\n李明 1次/u],
    ["孙丽", "全区今年走访退回几条", /乌当区 2026年 走访群众 被退回的：\n1次/u],
    ["刘敏", "11月代报的有几条", /羊昌镇 2026年11月 代报的：\n1次\(1条记录，1位代表\)\n4户/u],
    ["刘敏", "代报的履职今年有多少", /代报的：\n1次/u],
    ["刘敏", "2月代报的有几条", /2026年2月 代报的：\n没有这样的记录/u],
    ["刘敏", "统计 代报 今年", /代报的：\n1次/u],
    ["刘敏", "未确认的有几条", /未确认的：\n1次/u],
    ["刘敏", "还没确认的记录有哪些", /未确认的：\n1次/u],
    ["刘敏", "今年已核实的有多少条", /已核实的：\n1次\(1条记录，1位代表\)\n5户/u],
    ["刘敏", "今年走访未核实的有几户", /走访群众 未核实的：\n2次/u],
    ["刘敏", "11月有照片的记录有几条", /2026年11月 有照片或附件的：\n1次\(1条记录，1位代表\)\n3户/u],
    ["刘敏", "今年走访没有照片的有几条", /走访群众 没有照片和附件的：\n2次/u],
    ["孙丽", "各镇代报的有几条", /代报的：1次[^]*羊昌镇 1次/u],
    ["孙丽", "李明被退回的有几条", /李明 2026年 被退回的：\n1次/u],
    ["李明", "我被退回的有几条", /您 2026年 被退回的：\n1次/u],
    ["李明", "我今年有照片的走访有几次", /您 2026年 走访群众 有照片或附件的：\n1次\(1条记录\)\n3户/u],
    ["陈建国", "别人替我报的有几条", /您 2026年 代报的：\n1次/u],
  ] as const)("%s: %s", async (name, words, answer) => {
    expect(await told(name, words)).toMatch(answer);
  });

  test("for what is listed one by one and made a table of, the mark holds as well", async () => {
    await told("刘敏", "被退回的有几条");
    expect(await told("刘敏", "为什么")).toMatch(/被退回的，由1条记录得出\n履-2026-00001 李明/u);
    expect(await told("刘敏", "按月")).toContain("2026年11月 1次(7户)");
    expect(await told("刘敏", "导出")).toMatch(/羊昌镇 2026年 被退回的，共1条记录/u);
    expect(await told("刘敏", "导出被退回的")).toMatch(/羊昌镇 2026年 被退回的，共1条记录/u);
  });
});

describe("what no figure heeds is named, and nothing is counted", () => {
  test.each([
    ["刘敏", "撤销的记录有几条", "撤销的"],
    ["刘敏", "重复的记录有几条", "重复的"],
    ["刘敏", "张三庙代报的有几条", "张三庙"],
    ["刘敏", "党员代表今年走访了几户", "党员代表"],
    ["孙丽", "女代表今年履职几次", "女代表"],
    ["刘敏", "导出今年走访50户以上的", "50户以上"],
    ["刘敏", "导出今年女代表走访", "女代表"],
    ["李明", "今年我超过100人的活动有几次", "超过100人"],
  ] as const)("%s: %s", async (name, words, what) => {
    expect(await told(name, words)).toContain(`“${what}”现在还查不了，没有统计`);
  });
});

test("a village that stands on no register and in no record is said not to be there", async () => {
  expect(await told("刘敏", "张三村代报的有几条")).toContain("没有查到这个地方或单位：张三村");
});

describe("what only sounds like it is what it was", () => {
  test.each([
    ["刘敏", "退回 履-2026-00002 没有照片的户数有几户没写", /退回|履-2026-00002/u, /^figures/u],
    ["刘敏", "代报 李明 昨天走访几户人家", /昨天走访/u, /^figures/u],
    ["刘敏", "没核实的有几条", /核实/u, /^figures\.tally/u],
    ["李明", "年度报告被退回了几次", /被退回了”现在还查不了/u, /^figures\.tally/u],
    ["李明", "昨天走访3户，有照片的", /3户/u, /^figures/u],
    ["居民", "我家的低保申请被退回了几次，没人管", /./u, /^figures/u],
  ] as const)("%s: %s", async (name, words, answer, not) => {
    const said = await city.person(name).says(words);
    expect(said.map(({ text }) => text).join("\n")).toMatch(answer);
    expect(said[0]?.kind).not.toMatch(not);
    await city.person(name).says("不记了");
  });
});
