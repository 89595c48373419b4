import { sql } from "drizzle-orm";
import { LEAVE_REASONS, type LeaveReason } from "#src/domain/leave-reason.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 王芳 is called to the 10th and to the 14th; it is asked why she wants leave from the 10th.
let city: City;
const numbers: string[] = [];
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-07T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  for (const what of ["12月10日上午9点 羊昌镇代表小组 小组活动", "12月14日上午9点 羊昌镇代表小组 视察"]) {
    await city.person("刘敏").says(`发布活动 ${what}`);
    numbers.push((await city.person("刘敏").says("对"))[0]?.number ?? "");
  }
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const say = (words: string) => answerTo(city.person("王芳"), words);

async function leaves(): Promise<readonly (LeaveReason | null)[]> {
  const rows = await city.database.db.execute<{ reason: LeaveReason | null }>(sql`
    select l.reason from activities a left join leaves l on l.activity_id = a.id
    where a.state = 'planned' order by a.starts_at`);
  return rows.map((one) => one.reason);
}

test.for([
  ["脚崴了,走不动路", "illness"],
  ["腰闪了,动都动不了", "illness"],
  ["被狗咬了,去打针", "illness"],
  ["食物中毒拉肚子", "illness"],
  ["心脏不好,医生不让出门", "illness"],
  ["腿断了,打了石膏", "illness"],
  ["店里没人看", "other"],
] as const)("%s, while it is asked why: that is why, and no matter of residents", async ([words, reason]) => {
  await say("10号请假");
  const answer = await say(words);
  expect(answer).toContain("已替您请假");
  expect(answer).not.toContain("反映");
  expect(answer).not.toContain("120");
  expect(await leaves()).toEqual([reason, null]);
});

test.each(["我妈心梗在抢救", "媳妇快生了,要送医院", "娃娃发高烧抽筋", "我老汉晕倒了", "摔了一跤爬不起来"])(
  "%s, while it is asked why: leave is asked for, and whom to call stands before it",
  async (words) => {
    await say("10号请假");
    const answer = await say(words);
    expect(answer).toContain("120");
    expect(answer).toContain("已替您请假");
    expect(await leaves()).toEqual([words.startsWith("摔") ? "illness" : "family", null]);
  },
);

test.each(["有人掉河里了,快来救人", "村民老王家房子着火了", "路边有人昏倒了", "三组路灯坏了,大家希望修一下"])(
  "%s is what happens to others, whatever is asked",
  async (words) => {
    await say("10号请假");
    expect(await say(words)).toContain("这样反映");
    expect(await leaves()).toEqual([null, null]);
  },
);

test.each(["14号在娘家,来不了", "14号我去不成,要走亲戚"])(
  "%s, while it is asked why of the 10th, is leave from the 14th",
  async (words) => {
    await say("10号请假");
    expect(await say(words)).toContain("12月14日");
    expect(await leaves()).toEqual([null, "family"]);
  },
);

// What whoever decides reads is what was said; a class only where its name says that.
test.for([
  ["10号我公司走不开", "其他", "我公司走不开"],
  ["10号请假,店里没人看", "其他", "店里没人看"],
  ["10号请假,在党校学习", "其他", "在党校学习"],
  ["10号请假,去省里参加乡村振兴培训班", "其他", "去省里参加乡村振兴培训班"],
  ["10号请假,车坏了", "其他", "车坏了"],
  ["从明天到12号我在外地,请假", "其他", "我在外地"],
  ["10号请假,公司开会", "其他", "公司开会"],
  ["10号请假,下午有两台手术要做", "其他", "有两台手术"],
  ["10号请假,单位值班", "单位值班", "单位值班"],
  ["10号请假,要去区里开会", "公务会议", "公务会议"],
  ["10号请假,去北京出差", "出差", "出差"],
  ["10号请假,脚崴了", "生病", "生病"],
] as const)("%s: the decider reads %s, and the words where it is no class", async ([words, named, told]) => {
  const clerk = city.person("刘敏");
  const before = clerk.heard().length;
  expect(await say(words)).toContain(`(${told}`);
  const heard = clerk
    .heard()
    .slice(before)
    .map((one) => one.text)
    .join("\n");
  expect(heard).toContain(`请假：${told}`);
  expect(LEAVE_REASONS[(await leaves())[0] ?? "family"]).toBe(named);
});

test.each(["腿摔断了,流好多血", "煤气中毒,腿软"])("with %s whom to call stands first", async (words) => {
  await say("10号请假");
  expect((await city.person("王芳").says(words)).map((one) => one.text).join()).toContain("120");
});
