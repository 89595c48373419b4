import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  // The first call of all takes longest: its answer must not come in the place of the next one's.
  await city.person("刘敏").says("12月9日上午9点代表小组活动");
  await city.person("刘敏").says("不用了");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

const clerk = () => city.person("刘敏");
const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];
const expected = async (number: string): Promise<string[]> => {
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from attendances t join people p on p.id = t.person_id join activities a on a.id = t.activity_id
    where a.number = ${number} order by p.id`);
  return rows.map((one) => one.name);
};

test("who is called by name is told and expected, and nobody else", async () => {
  await clerk().says("请李明、王芳和陈建国三位代表12月9日上午9点到镇政府开会,商量路灯的事");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("通知3人");
  expect(await expected(receipt?.number ?? "")).toEqual(["李明", "王芳", "陈建国"]);
  const told = (name: string) =>
    heardOf(city.person(name), "activity.invited").filter((one) => one.number === receipt?.number);
  await eventually(() => expect(told("李明")).toHaveLength(1));
  expect(told("李明")[0]?.text).toContain("商量路灯的事");
  expect(told("杨秀英")).toEqual([]);
});

test("somebody of another township is not called, and nobody is instead of him", async () => {
  const [answer] = await clerk().says("请李明、张伟两位代表12月10日上午9点到镇政府开会");
  expect(answer?.text).toContain("没有发布");
  expect(answer?.text).toContain("点名的代表里");
});

test("a deputy's name with a day ahead may be either: one tap calls him, the other is his record", async () => {
  const [asked] = await clerk().says("12月9日下午2点半李明视察农贸市场");
  expect(labels(asked)).toEqual(["发通知", "记做过的"]);
  const [card] = await clerk().taps("发通知");
  expect(card?.kind).toBe("sure.publish");
  expect(card?.text).toContain("通知1人：李明");
  await clerk().says("不用了");
  await clerk().says("12月9日下午2点半李明视察农贸市场");
  const [whose] = await clerk().taps("记做过的");
  expect(whose?.kind).toMatch(/^report\./u);
});

test("of two activities in one message each is shown and published for itself", async () => {
  const heard = await clerk().says(
    "12月8日上午9点羊昌镇代表小组在镇政府学习代表法,12月15日下午2点到黄连村视察路灯",
  );
  expect(heard.map((one) => one.kind)).toEqual(["activity.several", "sure.publish"]);
  const [, next] = await clerk().says("对");
  expect(next?.text).toContain("还有一场：羊昌镇代表小组视察，12月15日(周二)");
  const [second] = await clerk().taps("接着看");
  for (const piece of ["羊昌镇代表小组 视察", "地点：黄连村", "内容：视察路灯"])
    expect(second?.text).toContain(piece);
  expect((await clerk().says("对"))[0]?.text).toContain("已发布");
  expect((await clerk().says("对")).map((one) => one.kind)).not.toContain("activity.question");
});

test("the other one of a message may be let go", async () => {
  await clerk().says("12月10日上午9点代表小组学习民法典;12月17日下午3点代表小组视察水渠");
  const dropped = await clerk().says("不用了");
  expect(dropped.at(-1)?.text).toContain("还有一场");
  const [gone] = await clerk().taps("不发了");
  expect(gone?.kind).toBe("activity.dropped");
});

test("a date before which something is to be handed in begins no activity of its own", async () => {
  const heard = await clerk().says("12月22日上午9点代表小组活动,学习材料请12月18日前看完");
  expect(heard.map((one) => one.kind)).toEqual(["sure.publish"]);
});

test("what kind it is may be put right before the yes", async () => {
  await clerk().says("12月23日上午9点代表小组学习民法典");
  const [card] = await clerk().says("改成代表小组活动");
  expect(card?.text).toContain("羊昌镇代表小组 代表小组活动");
  expect(card?.text).toContain("12月23日(周三) 09:00");
});

test("what is missing is asked with what was understood", async () => {
  const [asked] = await clerk().says("下星期五组织代表去黄连村视察路灯");
  expect(asked?.text).toBe("羊昌镇视察，12月11日(周五)：\n几点开始？比如：上午9点");
  const [card] = await clerk().says("上午9点半");
  expect(card?.text).toContain("12月11日(周五) 09:30");
});
