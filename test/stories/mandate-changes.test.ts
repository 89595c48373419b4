import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
});
afterAll(() => city.close());

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  city.database.db.execute<T>(query);
const heard = (name: string, said: string) => answerTo(city.person(name), said);
const plan = (org: string, on: string) => `发布活动 ${on}上午9点 ${org} 小组活动 地点镇政府 内容视察`;

describe("a by-election", () => {
  test("is asked for what was left out, shown, and registered by one yes", async () => {
    const office = city.person("孙丽");
    expect((await office.says("补选张三为羊昌镇代表"))[0]?.text).toContain("哪一天当选");
    const [card] = await office.says("11月20日");
    expect(card?.kind).toBe("sure.mandate");
    for (const part of ["张三", "名册里没有的新人", "第十八届", "11月20日(周五)", "羊昌镇代表小组"])
      expect(card?.text).toContain(part);
    expect(await rows(sql`select 1 from people where name = '张三'`)).toHaveLength(0);
    expect(await toldWhile(city.person("刘敏"), () => office.says("对"))).toContain("孙丽登记了代表变动");
    const [row] =
      await rows(sql`select m.valid_from::text "from", m.term, g.name "group", t.name town, s.name station
      from mandates m join people p on p.id = m.person_id join orgs g on g.id = m.group_id
        join orgs t on t.id = m.township_id join orgs s on s.id = m.station_id where p.name = '张三'`);
    expect(row).toEqual({
      from: "2026-11-20",
      term: "第十八届",
      group: "羊昌镇代表小组",
      town: "羊昌镇",
      station: "羊昌镇代表联络站",
    });
  });

  test("counts from its day on: not in October, in November", async () => {
    expect(await heard("刘敏", "未报 10月")).toContain("5位(共5位)");
    expect(await heard("刘敏", "未报 11月")).toContain("6位(共6位)");
  });

  test("of somebody who is in office, or of a name on file, is not guessed", async () => {
    const office = city.person("孙丽");
    await office.says("补选 李明 东风镇 11月20日");
    const [asked] = await office.says("1");
    expect(asked?.text).toContain("已经是同级的代表");
    const [which] = await office.says("补选 赵勇 东风镇 11月20日");
    expect(which?.text).toContain("是同一个人吗");
    const [card] = await office.says("1");
    expect(card?.text).toContain("名册里已有的人");
    await office.says("不用了");
    const [other] = await office.says("补选 赵勇 编号D77 东风镇 11月20日");
    expect(other?.text).toContain("名册里没有的新人");
    await office.says("对");
    expect(await rows(sql`select code from people where name = '赵勇' order by id`)).toMatchObject([
      { code: null },
      { code: "D77" },
    ]);
  });
});

describe("a day that does not exist", () => {
  test.for([
    ["暂停 李明 代表职务 自11月31日", "11月31日"],
    ["自2月30日起暂停李明代表职务", "2月30日"],
    ["暂停 李明 代表职务 自11月20日至11月31日", "11月31日"],
    ["暂停 李明 代表职务 自11月20日起至2027年2月30日", "2027年2月30日"],
    ["接受辞职 李明 2026年2月29日", "2026年2月29日"],
    ["李明从羊昌镇代表小组调到东风镇代表小组,自9月31号", "9月31号"],
    ["换届 十九届 13月2日 全部连任", "13月2日"],
  ])(
    "%s: it is said that there is none, and asked again until there is one",
    async ([said = "", day = ""]) => {
      const office = city.person("孙丽");
      const [asked] = await office.says(said);
      expect(asked?.kind).toBe("mandate.question");
      expect(asked?.text).toContain(`没有“${day}”这一天`);
      expect((await office.says("11月32日"))[0]?.text).toContain("没有“11月32日”这一天");
      expect((await office.says("11月24日"))[0]?.kind).toBe("sure.mandate");
      await office.says("不用了");
    },
  );

  test("a number that looks like one beside a day is a number", async () => {
    const [card] = await city.person("孙丽").says("补选 赵六 编号2-30 羊昌镇 11月20日");
    expect(card?.kind).toBe("sure.mandate");
    await city.person("孙丽").says("不用了");
  });
});

describe("a suspension and its end", () => {
  test("takes the deputy out of what is planned, tells those concerned, and keeps records and absences out", async () => {
    const clerk = city.person("刘敏");
    await clerk.says(plan("羊昌镇代表小组", "12月10日"));
    await clerk.says("对");
    await city.person("孙丽").says("自11月20日起暂停王芳代表职务,原因另案处理");
    const own = await toldWhile(city.person("王芳"), () => city.person("孙丽").says("对"));
    expect(own).toContain("暂停执行代表职务");
    expect(own).not.toContain("另案处理");
    expect(await heard("王芳", "今天走访黄连村3户")).toContain("没有生效");
    expect(await heard("刘敏", "未报 11月")).not.toContain("王芳");
    expect(await attendees("12月10日")).not.toContain("王芳");
  });

  test("is registered once for the same days", async () => {
    const [again] = await city.person("孙丽").says("暂停 王芳 代表职务 自11月21日");
    expect(again?.text).toContain("已经登记过暂停");
  });

  test("ends on a day that is said, and the deputy is called to what lies ahead", async () => {
    await city.person("孙丽").says("恢复 王芳 代表职务 自11月25日");
    const own = await toldWhile(city.person("王芳"), () => city.person("孙丽").says("对"));
    expect(own).toContain("恢复执行代表职务");
    expect(await attendees("12月10日")).toContain("王芳");
    await city.person("王芳").says("今天走访黄连村3户");
    expect((await city.person("王芳").says("对"))[0]?.kind).toBe("report.filed");
    await city.person("王芳").says("11月22日走访黄连村3户");
    expect((await city.person("王芳").says("对"))[0]?.text).toContain("不在代表任期里");
  });
});

const attendees = async (day: string): Promise<string[]> => {
  const [, month, date] = /(\d+)月(\d+)日/u.exec(day) ?? [];
  const found = await rows<{ name: string }>(sql`select p.name from attendances t
    join activities a on a.id = t.activity_id join people p on p.id = t.person_id
    where a.on_day = make_date(2026, ${Number(month)}::int, ${Number(date)}::int) order by p.id`);
  return found.map((row) => row.name);
};

describe("a resignation that was accepted some days ago", () => {
  test("ends the mandate on that day, included; what was done before stays", async () => {
    await city.person("罗文军").says("11月17日走访黄连村5户");
    await city.person("罗文军").says("对");
    const [card] = await city.person("孙丽").says("接受罗文军辞去代表职务的请求,11月20日");
    expect(card?.text).toContain("任职到11月20日(周五)(含当天)");
    const [done] = await city.person("孙丽").says("对");
    expect(done?.text).toContain("登记好了");
    expect(
      await rows(sql`select status, valid_to::text "to" from mandates m join people p on p.id = m.person_id
      where p.name = '罗文军'`),
    ).toMatchObject([{ status: "resigned", to: "2026-11-20" }]);
    expect(await heard("刘敏", "统计 走访 11月")).toContain("8户");
    expect(await heard("刘敏", "未报 10月")).toContain("罗文军");
    expect((await city.person("孙丽").says("暂停 罗文军 代表职务 自11月24日"))[0]?.text).toContain(
      "不在任职期间",
    );
  });
});

describe("a transfer", () => {
  test("leaves the records where they were made and takes the calls along", async () => {
    await city.person("陈建国").says("11月16日走访黄连村11户");
    await city.person("陈建国").says("对");
    await city.person("赵勇").says(plan("东风镇代表小组", "12月11日"));
    await city.person("赵勇").says("对");
    await city.person("孙丽").says("陈建国从羊昌镇代表小组调到东风镇代表小组,自11月23日");
    const own = await toldWhile(city.person("陈建国"), () => city.person("孙丽").says("对"));
    expect(own).toContain("调到东风镇代表小组");
    expect(own).toContain("12月11日");
    expect(await attendees("12月10日")).not.toContain("陈建国");
    expect(await attendees("12月11日")).toContain("陈建国");
    await city.person("陈建国").says("昨天走访麦坪村4户");
    await city.person("陈建国").says("对");
    expect(await heard("刘敏", "统计 羊昌镇 走访 11月")).toContain("19户");
    expect(await heard("赵勇", "统计 东风镇 走访 11月")).toContain("4户");
  });
});

describe("a change whose day was not said", () => {
  const office = () => city.person("孙丽");

  test("of one who resigned is not asked for its day: there is nothing to resume, to end or to move", async () => {
    await office().says("接受辞职 王芳 11月20日");
    await office().says("对");
    for (const said of ["恢复 王芳", "接受辞职 王芳", "暂停 王芳 代表职务"]) {
      expect(await heard("孙丽", said)).toContain("已经登记结束");
      // Nothing stayed open: a day is no answer to anything.
      expect(await heard("孙丽", "11月24日")).not.toContain("恢复");
    }
  });

  test("of one who is not suspended is told so, of one who is is asked for", async () => {
    expect(await heard("孙丽", "恢复 李明 代表职务")).toContain("没有在暂停");
    await office().says("暂停 李明 代表职务 自11月20日");
    await office().says("对");
    expect(await heard("孙丽", "恢复 李明 代表职务")).toContain("从哪一天起恢复");
    expect(await heard("孙丽", "11月25日")).toContain("李明");
    await office().says("不用了");
    expect(await heard("孙丽", "恢复 查无此人 代表职务")).not.toContain("从哪一天起");
  });
});
