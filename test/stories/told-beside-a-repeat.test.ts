import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy, report } = reportingCity("李明");
const says = async (said: string) => (await deputy().says(said))[0];
const isAwayYesterday = async () => {
  const clerk = city().person("刘敏");
  await clerk.says("到会 活-2026-002 除李明外全到");
  await clerk.taps("对,登记");
  await clerk.says("定稿 活-2026-002");
  await clerk.taps("对,定稿");
};

test.each(["不用了", "同一次", "已经记过了", "是那次", "不用再记了"])(
  "of three deeds of which one stands already, %s leaves out that one and files the others",
  async (no) => {
    await report("昨天走访新场村3户");
    await says("昨天走访新场村3户,前天走访平寨村4户,9月12日接待选民5人");
    const asked = await says("对");
    expect(asked?.kind).toBe("sure.similar");
    expect(asked?.text).toContain("其余2条照样记下");
    const done = await says(no);
    expect(done?.kind).toBe("report.filed");
    expect(done?.text).toContain("接待选民");
    const mine = (await says("我的履职"))?.text ?? "";
    expect(mine).toContain("2次");
    expect(mine).toContain("1次");
  },
);

test("of three deeds of which one stands already, another one like it is filed with the others by its button", async () => {
  await report("昨天走访新场村3户");
  await says("昨天走访新场村3户,前天走访平寨村4户,9月12日接待选民5人");
  await says("对");
  const [done] = await deputy().taps("是另一次,再记一条");
  expect(done?.text.match(/履-2026-/gu)).toHaveLength(3);
});

test("one deed that stands already is filed no second time, and nothing else is spoken of", async () => {
  await report("昨天走访新场村3户");
  await says("昨天走访新场村3户");
  const asked = await says("对");
  expect(asked?.text).not.toContain("其余");
  expect((await says("不用了"))?.kind).toBe("sure.dropped");
});

test.each(["9月12日", "昨天下午"])(
  "of two deeds of which one was registered as an absence, a no leaves out that one and files the other: %s",
  async (when) => {
    await isAwayYesterday();
    await says(`昨天参加了代表小组活动,${when}接待选民5人`);
    expect((await says("对"))?.kind).toBe("sure.away");
    const done = await says("不用了");
    expect(done?.text).toContain("接待选民");
    expect(done?.text).not.toContain("小组活动");
  },
);

const HEARD = "昨天走访新场村3户,村民反映路灯不亮";
const listOpinions = async () =>
  city().database.db.execute<{ text: string; record: string | null }>(sql`
    select o.text, r.number record from opinions o left join duty_records r on r.id = o.record_id order by o.id`);

test("what was heard on a visit that stands already is registered with it though the visit is not filed again", async () => {
  await report("昨天走访新场村3户");
  await says(HEARD);
  const asked = await says("对");
  expect(asked?.text).toContain("同一次就不用再记；1条意见照样记下。");
  const done = await says("不用了");
  expect(done?.kind).toBe("report.filed");
  expect(done?.text).toContain("意-2026-0001");
  expect(await listOpinions()).toEqual([
    { text: expect.stringContaining("路灯不亮"), record: "履-2026-00001" },
  ]);
});

test("what was registered with that visit in the same words is not registered twice", async () => {
  await report(HEARD);
  await says("昨天走访新场村3户,村民反映:1、路灯不亮 2、饮水井浑了");
  const asked = await says("对");
  expect(asked?.text).toContain("；1条意见照样记下。");
  await says("不用了");
  const heard = await listOpinions();
  expect(heard.filter((one) => one.text.includes("路灯"))).toHaveLength(1);
});

test("a sentence said twice with its opinion, and dropped, leaves one visit and one opinion", async () => {
  await report(HEARD);
  await says(HEARD);
  const asked = await says("对");
  expect(asked?.text).toContain("同一次就不用再记。");
  expect((await says("不用了"))?.kind).toBe("sure.dropped");
  expect(await listOpinions()).toHaveLength(1);
});

test("what was heard on the visit that stands is not hung on the other deed of the sentence", async () => {
  await report("昨天走访新场村3户");
  await says("昨天走访新场村3户,村民反映路灯不亮;9月12日接待选民5人");
  await says("对");
  expect((await says("不用了"))?.text).toContain("接待选民");
  expect(await listOpinions()).toEqual([
    { text: expect.stringContaining("路灯不亮"), record: "履-2026-00001" },
  ]);
});

test("of an activity that the register denies, a no leaves it out and registers what was heard at it", async () => {
  await isAwayYesterday();
  await says("昨天参加了代表小组活动,村民反映路灯不亮");
  const asked = await says("对");
  expect(asked?.kind).toBe("sure.away");
  expect(asked?.text).toContain("点哪一个，1条意见都照样记下。");
  const done = await says("不用了");
  expect(done?.text).toContain("意-2026-0001");
  expect(await listOpinions()).toEqual([{ text: expect.stringContaining("路灯不亮"), record: null }]);
});

test("what was heard at an activity that the register denies hangs on no other deed of the sentence", async () => {
  await isAwayYesterday();
  await says("昨天参加了代表小组活动,村民反映路灯不亮;9月12日接待选民5人");
  expect((await says("对"))?.kind).toBe("sure.away");
  expect((await says("不用了"))?.text).toContain("接待选民");
  expect(await listOpinions()).toEqual([{ text: expect.stringContaining("路灯不亮"), record: null }]);
});

test("what was heard on a day before the mandate hangs on no deed of another day", async () => {
  await says("2011年3月2日走访新场村3户,村民反映路灯不亮;9月12日接待选民5人");
  const [done, left] = await deputy().says("对");
  expect(done?.text, left?.text).toContain("接待选民");
  expect(await listOpinions()).toEqual([{ text: expect.stringContaining("路灯不亮"), record: null }]);
});
