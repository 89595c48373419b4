import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

// What residents said on a visit is told after the visit stands: it is one opinion, in clean words, and hangs on that
// visit.
const { city, deputy, report } = reportingCity("罗文军");
const says = async (said: string) => (await deputy().says(said)).at(-1);
const onRecord = async (): Promise<(string | null)[]> => {
  const rows = await city().database.db.execute<{ number: string | null }>(sql`
    select r.number from opinions o left join duty_records r on r.id = o.record_id
    where o.state = 'registered' order by o.id`);
  return rows.map((one) => one.number);
};

describe("with a visit of this morning and a reception of Sunday on record,", () => {
  let visit = "";
  let reception = "";
  beforeEach(async () => {
    reception = await report("上周日在镇上接待室见了3个来访的群众");
    visit = await report("今早罗吊村走访5户");
  });

  test.for([
    ["今早罗吊村那回,还有个老人说路灯坏了,补上去", "路灯坏了"],
    ["罗吊村那回还有老人反映吃水困难,一起算上", "吃水困难"],
    ["罗吊村那次,有群众说公交车太少,帮我加进去", "公交车太少"],
    ["今早走访的时候还有人说公交车太少", "公交车太少"],
    ["刚才那条走访,补一条意见:路灯坏了三天", "路灯坏了三天"],
    ["还有个说垃圾车一个礼拜才来一回,也是在罗吊村听到的", "垃圾车一个礼拜才来一回"],
    ["还听人说村口桥栏杆断了,就是今早那回", "村口桥栏杆断了"],
  ])("%s is heard on the visit", async ([said = "", text = ""]) => {
    const card = await says(said);
    expect(card?.text).toMatch(new RegExp(`① .*：${text}\n`, "u"));
    expect(card?.text).toContain(`是这次听到的：${visit} 走访群众`);
    await says("对");
    expect(await onRecord()).toEqual([visit]);
  });

  test.for([
    ["还有一个说他家低保没批下来,就是那天接待的时候讲的", "他家低保没批下来"],
    ["接待那回还有人说低保没办下来", "低保没办下来"],
    ["上周日接待的时候还有个大姐反映低保没批", "低保没批"],
  ])("%s is heard at the reception", async ([said = "", text = ""]) => {
    const card = await says(said);
    expect(card?.text).toMatch(new RegExp(`① .*：${text}\n`, "u"));
    expect(card?.text).toContain(`是这次听到的：${reception} 接待选民`);
    await says("对");
    expect(await onRecord()).toEqual([reception]);
  });

  test("right after filing, what else was said is of what was filed", async () => {
    const card = await says("还有人反映路灯坏了");
    expect(card?.text).toContain(`是这次听到的：${visit}`);
  });

  test.for(["不是这次听到的", "不对,不是那天的", "跟这次没关系"])(
    "%s takes it off the visit",
    async (said) => {
      await says("还有人反映路灯坏了");
      const card = await says(said);
      expect(card?.text).toContain("路灯坏了");
      expect(card?.text).not.toContain("是这次听到的");
      await says("对");
      expect(await onRecord()).toEqual([null]);
    },
  );

  test("撤销 takes back the opinion alone, and the visit stands", async () => {
    await says("罗吊村那回还有老人反映吃水困难,一起算上");
    await says("对");
    expect((await says("撤销"))?.text).toMatch(/^已撤销：意-2026-0001$/mu);
    expect((await says(visit))?.text).toContain("罗吊村");
    expect(await onRecord()).toEqual([]);
  });

  test("a visit that is not on record is named by nobody's opinion", async () => {
    expect((await says("黄连村那次还有人说公交车太少"))?.text).not.toContain("是这次听到的");
  });

  test.for(["那次开会还有人说要修路", "还有人说要修路,就是那天赶场的时候说的"])(
    "%s was heard at something that is no record",
    async (said) => {
      expect((await says(said))?.text).not.toContain("是这次听到的");
    },
  );

  test("a visit of another day, told with what was heard on it, is a report", async () => {
    expect((await says("昨天走访的时候还有人反映路灯坏了"))?.text).toContain("【走访群众】9月15日");
  });

  test.for(["黄连村那条路烂了", "群众反映黄连村停水那天没人通知", "罗吊村那座桥栏杆断了"])(
    "%s is a matter of its own, in its own words",
    async (said) => {
      const card = await says(said);
      expect(card?.text).not.toContain("是这次听到的");
      expect(card?.text).toContain(said.replace("群众反映", ""));
    },
  );

  test("帮我反映上去 is no part of a matter, and ties it to nothing", async () => {
    await says("我的意见");
    const card = await says("二组那个路灯坏了,帮我反映上去");
    expect(card?.text).toMatch(/：二组那个路灯坏了$/mu);
  });

  test("what is wrong with the visit itself is put right", async () => {
    expect((await says("罗吊村那回是6户"))?.kind).toBe("report.amended");
  });
});

describe("while the card of a visit is in view,", () => {
  test("what was heard on it comes onto the card", async () => {
    await deputy().says("前天走访了黄连村3户");
    expect((await says("还有个说路不好走,也是那天的"))?.text).toMatch(
      /黄连村，3户\n群众意见：\n① .*：路不好走/u,
    );
    expect((await says("黄连村那次还有人反映停水"))?.text).toContain("② 水电气讯：停水");
  });

  test("what was heard elsewhere is of the record there, and the card waits", async () => {
    const other = await report("昨天调解纠纷1起");
    await deputy().says("前天走访了黄连村3户");
    expect((await says("调解那回还有人说桥栏杆断了"))?.text).toContain(`是这次听到的：${other}`);
    await deputy().says("不记了");
    expect(deputy().heard().at(-1)?.text).toContain("黄连村，3户");
  });
});
