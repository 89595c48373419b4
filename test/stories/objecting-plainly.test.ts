import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 罗文军 was absent on 7 December by a final register, and is called to the 10th.
let city: City;
let seventh: string;
let tenth: string;
const luo = () => city.person("罗文军");

async function publish(when: string): Promise<string> {
  const clerk = city.person("刘敏");
  await clerk.says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  return (await clerk.says("对"))[0]?.number ?? "";
}

beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-01T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  seventh = await publish("12月7日上午9点");
  await luo().says(`参加 ${seventh}`);
  city.now = new Date("2026-12-07T18:00:00+08:00");
  tenth = await publish("12月10日上午9点");
  for (const said of [`到会 ${seventh} 除罗文军外全到`, "对", `定稿 ${seventh}`, "对"])
    await city.person("刘敏").says(said);
  city.now = new Date("2026-12-08T09:00:00+08:00");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
  await city.database.db.execute(
    sql`update absence_notices set objected_at = null, objection = null, withdrawn_at = null`,
  );
});

const objections = async () => {
  const rows = await city.database.db.execute(
    sql`select 1 from absence_notices where objected_at is not null`,
  );
  return rows.length;
};
const leaves = async () => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select a.number || ' ' || l.reason || ' ' || l.late said from leaves l join activities a on a.id = l.activity_id`);
  return rows.map(({ said }) => said);
};
const drafts = async () => {
  const rows = await city.database.db.execute(sql`select 1 from duty_records where source = 'chat'`);
  return rows.length;
};

describe("right after the warning, words against it", () => {
  test.each([
    "我去了的,坐在后排",
    "12月7日那天开会我签到了的,怎么算我缺席",
    "不对,那天我请过假的",
    "凭什么算我缺席",
    "那天我没收到通知",
    "我到了呀",
    "我参加了的",
    "怎么回事,我去了呀",
    "没有人通知我",
    "不知道那天开会",
    "我请了假的",
    "谁说我没去",
    "你们搞错了吧",
    "不可能,我明明在",
    "李明可以给我作证",
    "我有证明",
    "组长知道我不来",
    "我在呀,签了名的",
  ])("%s: they are shown back with the absence, and one yes makes them an objection", async (words) => {
    const [asked] = await luo().says(words);
    expect(asked?.kind).toBe("sure.objecting");
    expect(asked?.text).toContain(seventh);
    expect(asked?.text).toContain("您说的");
    expect(asked?.choices.map((one) => one.label)).toEqual(["对，提异议", "都不是"]);
    expect(await objections()).toBe(0);
    expect(await answerTo(luo(), "对")).toContain(`异议已收到：${seventh}`);
    expect(await objections()).toBe(1);
    expect(await drafts()).toBe(0);
  });

  test.each([
    ["我那天在医院,有病历", "illness"],
    ["我跟镇里说过那天走不开", "work_shift"],
    ["我那天去医院了", "illness"],
    ["那天老伴住院了", "family"],
    ["当时我在外地出差没去成", "business_trip"],
  ])("%s: an objection or leave afterwards, as the deputy says", async (words, reason) => {
    const [asked] = await luo().says(words);
    expect(asked?.choices.map((one) => one.label)).toEqual(["提异议", "补假", "都不是"]);
    expect(await objections()).toBe(0);
    // Which of both is meant no yes says.
    expect((await luo().says("对"))[0]?.kind).toBe("sure.objecting");
    expect(await leaves()).toEqual([]);
    expect(await answerTo(luo(), "补假")).toContain("补假");
    expect(await leaves()).toEqual([`${seventh} ${reason} true`]);
    expect(await objections()).toBe(0);
    expect(await answerTo(luo(), "对")).not.toContain("异议");
  });

  test("提异议 in words, where leave may be meant too", async () => {
    await luo().says("我那天在医院,有病历");
    expect(await answerTo(luo(), "异议")).toContain("异议已收到");
    expect(await leaves()).toEqual([]);
  });

  test("what may be leave from what is ahead is never asked for unseen", async () => {
    const [asked] = await luo().says("那天我家里有事走不开");
    expect(asked?.choices.map((one) => one.label)).toContain("都不是，是以后的活动请假");
    expect(await leaves()).toEqual([]);
    await luo().taps("都不是,是以后的活动请假");
    expect(await leaves()).toEqual([`${tenth} family false`]);
  });

  test("more that is said belongs to it", async () => {
    await luo().says("我去了的,坐在后排");
    expect(await answerTo(luo(), "李明可以给我作证")).toContain("我去了的，坐在后排。李明可以给我作证");
  });

  test.each(["不是", "都不是", "不要", "不对"])("%s lets it go", async (no) => {
    await luo().says("我请了假的");
    expect(await answerTo(luo(), no)).toContain("没有提异议");
    expect(await answerTo(luo(), "对")).not.toContain("异议");
    expect(await objections()).toBe(0);
  });

  test("a day on which nothing is held against the deputy is asked about", async () => {
    const asked = await answerTo(luo(), "12月3号那天我在会场的");
    expect(asked).toContain("12月3日(周四) 没有对您的缺席提醒");
    expect(asked).toContain(seventh);
    expect(await objections()).toBe(0);
  });
});

test.each([
  "今天走访黄连村12户,有人反映路灯不亮",
  "我那天在黄连村走访12户",
  "请假 10号要出差",
  "10号我来不了,在医院",
  "明天我要去医院",
  "10号我去",
  "我看过了,没错,是我忘了",
  "好的,下次注意",
  "怎么提异议",
  "上次记错了,应该是8户",
  "今天参加了小组活动",
  "那天群众说没人通知他们停水",
])("%s is no objection", async (words) => {
  const answers = await luo().says(words);
  expect(answers.map((one) => one.kind)).not.toContain("sure.objecting");
  expect(await objections()).toBe(0);
});

test.each(["凭什么算我缺席", "我没缺席啊", "我那天在会场的,坐后排"])(
  "%s, of whom nothing is held against: the bot says so",
  async (words) => {
    expect(await answerTo(city.person("李明"), words)).toContain("没有发给您的缺席提醒");
  },
);

test("long after the warning only words that name that time are taken so", async () => {
  await city.database.db.execute(
    sql`update absence_notices set told_at = null, created_at = ${"2026-11-20"}`,
  );
  expect((await luo().says("我有证明"))[0]?.kind).not.toBe("sure.objecting");
  expect((await luo().says("那天我没收到通知"))[0]?.kind).toBe("sure.objecting");
});
