import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";

// The officer 孙丽 registers a change of the wrong deputy, or of the wrong day, and sees it a minute later.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  for (const [clerk, org, on] of [
    ["刘敏", "羊昌镇代表小组", "12月10日"],
    ["赵勇", "东风镇代表小组", "12月11日"],
  ] as const) {
    await city.person(clerk).says(`发布活动 ${on}上午9点 ${org} 小组活动 地点镇政府 内容视察`);
    await city.person(clerk).says("对");
  }
});
afterAll(() => city.close());

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  city.database.db.execute<T>(query);
const office = () => city.person("孙丽");
const heard = (name: string, said: string) => answerTo(city.person(name), said);
const registers = async (said: string) => {
  await office().says(said);
  return office().says("对");
};
const called = async (on: string): Promise<string[]> => {
  const found = await rows<{ name: string }>(sql`select p.name from attendances t
    join activities a on a.id = t.activity_id join people p on p.id = t.person_id
    where a.on_day = ${on}::date order by p.id`);
  return found.map((row) => row.name);
};
const seats = (name: string) =>
  rows(sql`select g.name "group", m.valid_from::text "from", m.valid_to::text "to", m.status from mandates m
    join people p on p.id = m.person_id left join orgs g on g.id = m.group_id where p.name = ${name} order by m.id`);

describe("a by-election of the wrong name", () => {
  test("is undone by 撤销 right after it, when the card was seen and said yes to", async () => {
    await registers("补选张三为羊昌镇代表 11月20日");
    expect(await called("2026-12-10")).toContain("张三");
    const [card] = await office().says("撤销");
    expect(card?.kind).toBe("sure.mandate-undo");
    expect(card?.text).toContain("张三");
    expect(await called("2026-12-10")).toContain("张三");
    expect(await toldWhile(city.person("刘敏"), () => office().says("对"))).toContain("孙丽撤销了");
  });

  test("the name counts on no day, is called to nothing, and no register asks for it", async () => {
    expect(await called("2026-12-10")).not.toContain("张三");
    expect(await heard("刘敏", "未报 11月")).toContain("5位(共5位)");
    expect(
      await rows(sql`select 1 from obligations o join people p on p.id = o.person_id where p.name = '张三'`),
    ).toEqual([]);
  });

  test("that it was registered, and who undid it, stays on file", async () => {
    expect(
      await rows(sql`select c.change, c.undone_at is not null undone, u.name "by" from mandate_changes c
      join people u on u.id = c.undone_by`),
    ).toEqual([{ change: "by_election", undone: true, by: "孙丽" }]);
    expect(
      await rows(sql`select a.action from audit a where a.action like 'mandate.%' order by a.id`),
    ).toEqual([{ action: "mandate.by_election" }, { action: "mandate.undo" }]);
  });

  test("the same name can be registered again, for the same day and another group", async () => {
    await office().says("补选张三为东风镇代表 11月20日");
    await office().says("1");
    const [done] = await office().says("对");
    expect(done?.text).toContain("登记好了");
    expect(await seats("张三")).toEqual([
      { group: "东风镇代表小组", from: "2026-11-20", to: null, status: "active" },
    ]);
    expect(await called("2026-12-11")).toContain("张三");
  });
});

describe("a suspension of the wrong deputy", () => {
  test("is undone by the button of the receipt: the deputy is told, called again, and may report", async () => {
    await registers("暂停 王芳 代表职务 自11月20日 原因另案处理");
    expect(await called("2026-12-10")).not.toContain("王芳");
    await office().taps("登错了,撤销");
    const own = await toldWhile(city.person("王芳"), () => office().says("对"));
    expect(own).toContain("登记错了，已经撤销");
    expect(own).toContain("12月10日");
    expect(await called("2026-12-10")).toContain("王芳");
    await city.person("王芳").says("11月22日走访黄连村3户");
    expect((await city.person("王芳").says("对"))[0]?.kind).toBe("report.filed");
  });

  test("who was suspended before and went on too early rests again as long as before", async () => {
    await registers("暂停 杨秀英 代表职务 自11月1日到12月31日");
    await registers("恢复 杨秀英 代表职务 自11月24日");
    const [newest] = await office().says("撤销变动 杨秀英");
    expect(newest?.text).toContain("恢复执行代表职务");
    await office().says("对");
    expect(
      await rows(sql`select x.from_day::text "from", x.to_day::text "to" from suspensions x
      join mandates m on m.id = x.mandate_id join people p on p.id = m.person_id where p.name = '杨秀英'`),
    ).toEqual([{ from: "2026-11-01", to: "2026-12-31" }]);
    await office().says("撤销变动 杨秀英");
    await office().says("对");
    expect(await rows(sql`select 1 from suspensions`)).toEqual([]);
  });
});

describe("a resignation that nobody handed in", () => {
  test("is undone in words: the mandate runs as before and the figures have never changed", async () => {
    const before = await heard("刘敏", "未报 11月");
    await registers("接受辞职 罗文军 11月10日");
    expect(await heard("刘敏", "未报 11月")).not.toContain("罗文军");
    const [card] = await office().says("撤销罗文军的辞职登记");
    expect(card?.text).toContain("罗文军");
    expect(await toldWhile(city.person("罗文军"), () => office().says("对"))).toContain("和登记之前一样");
    expect(await seats("罗文军")).toMatchObject([{ to: null, status: "active" }]);
    expect(await heard("刘敏", "未报 11月")).toBe(before);
    expect(await called("2026-12-10")).toContain("罗文军");
  });
});

describe("a transfer to the wrong town", () => {
  test("is undone: what was reported since, and the calls, are with the old group again", async () => {
    await city.person("陈建国").says("11月24日走访黄连村11户");
    await city.person("陈建国").says("对");
    await registers("陈建国从羊昌镇代表小组调到东风镇代表小组,自11月23日");
    await city.person("陈建国").says("昨天入户看望麦坪村4户");
    await city.person("陈建国").says("对");
    expect(await heard("赵勇", "统计 东风镇 11月")).toContain("15户");
    await office().says("撤销变动 陈建国");
    await office().says("对");
    expect(await heard("赵勇", "统计 东风镇 11月")).not.toContain("15户");
    expect(await heard("刘敏", "统计 羊昌镇 11月")).toContain("18户");
    expect(await called("2026-12-10")).toContain("陈建国");
    expect(await called("2026-12-11")).not.toContain("陈建国");
    expect(await seats("陈建国")).toMatchObject([
      { group: "羊昌镇代表小组", to: null, status: "active" },
      { group: "东风镇代表小组", from: "2026-11-23", to: "2026-11-22" },
    ]);
    await city.person("陈建国").says("今天走访黄连村2户");
    expect((await city.person("陈建国").says("对"))[0]?.kind).toBe("report.filed");
  });
});

describe("what cannot be undone", () => {
  test("a by-election under which something was filed, until that is taken back", async () => {
    await registers("补选 马小兵 羊昌镇 11月20日");
    await city.person("刘敏").says("代报 马小兵 昨天走访3户");
    const [filed] = await city.person("刘敏").says("对");
    const [no] = await office().says("撤销变动 马小兵");
    expect(no?.text).toContain("已经记了履职");
    await rows(sql`update duty_records set state = 'withdrawn' where number = ${filed?.number ?? ""}`);
    expect((await office().says("撤销变动 马小兵"))[0]?.kind).toBe("sure.mandate-undo");
    await office().says("不用了");
  });

  test("what is older than a day, what does not exist, and what is somebody else's to do", async () => {
    expect(await heard("孙丽", "撤销变动 查无此")).toContain("没有能撤销的变动登记");
    expect(await heard("刘敏", "撤销变动 马小兵")).toContain("代表工委");
    expect(await heard("李明", "撤销变动 马小兵")).toContain("代表工委");
    city.now = new Date("2026-11-26T10:30:00+08:00");
    expect(await heard("孙丽", "撤销变动 马小兵")).toContain("超过可以撤销的时间");
  });
});

test("撤销 with a number, or of a report, still means that", async () => {
  await city.person("李明").says("昨天走访黄连村12户");
  await city.person("李明").says("对");
  expect((await city.person("李明").says("撤销"))[0]?.kind).toBe("report.withdrawn");
});

test("a binding code that was made for the wrong name meanwhile binds nobody", async () => {
  const codeFor = async (name: string): Promise<string> => {
    await office().says(`绑定码 ${name}`);
    const [made] = await office().says("对");
    return /[0-9A-Z]{5}-[0-9A-Z]{5}/u.exec(made?.text ?? "")?.[0] ?? "";
  };
  await registers("补选 刘大伟 羊昌镇 11月20日");
  const [wrong, other] = [await codeFor("刘大伟"), await codeFor("罗文军")];
  expect(wrong).not.toBe("");
  await office().says("撤销变动 刘大伟");
  await office().says("对");
  expect(await heard("a-phone", wrong)).toBe(await heard("b-phone", "00000-00000"));
  expect(await heard("c-phone", other)).toContain("罗文军");
});
