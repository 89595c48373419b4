import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Yesterday's activity is the only one that has begun and is not final.
const YESTERDAY = "活-2026-002";
let city: City;
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from dialogs`);
});

test.each([
  ["活-2026-002 除了罗文军都到了", ["到会4人", "缺席1人：罗文军"]],
  ["活002 都来了", ["到会5人"]],
  ["活-002 都来了", ["到会5人"]],
  ["002号活动王芳没来其他都来了", ["到会4人", "缺席1人：王芳"]],
  ["罗文军没来其余到齐", ["到会4人", "缺席1人：罗文军"]],
  ["王芳迟到,陈建国提前走了,其他人都到了", ["迟到1人：王芳", "早退1人：陈建国", "到会3人"]],
  ["都到齐了,就是王芳晚来了10分钟", ["迟到1人：王芳", "到会4人"]],
  ["王芳半路走了其他到齐", ["早退1人：王芳", "到会4人"]],
  ["陈建国早走,其余正常到会", ["早退1人：陈建国", "到会4人"]],
  ["罗文军打电话说来不了,其他都到", ["缺席1人：罗文军", "到会4人"]],
  ["罗文军没有来,剩下4个都到齐了", ["缺席1人：罗文军", "到会4人"]],
  ["缺罗文军,其余全到", ["缺席1人：罗文军", "到会4人"]],
  ["都到齐了", ["到会5人"]],
  ["一个不少", ["到会5人"]],
  ["活002 只来了李明和王芳", ["到会2人：李明、王芳", "缺席3人"]],
  ["到会 活-2026-002 来了李明、王芳,其他没来", ["到会2人：李明、王芳", "缺席3人"]],
])("%s is a register of yesterday's activity, shown before it is one", async (words, lines) => {
  const [card] = await clerk().says(words);
  expect(card?.kind).toBe("sure.register");
  for (const line of [YESTERDAY, ...lines]) expect(card?.text).toContain(line);
  await clerk().says("不用了");
});

test("leave that nobody granted is said on the card", async () => {
  const [card] = await clerk().says("罗文军请假其余到齐");
  expect(card?.kind).toBe("sure.register");
  expect(card?.text).toContain("请假1人：罗文军");
  await clerk().says("不用了");
});

test("somebody nobody knows is named, and nothing is written", async () => {
  expect(await answerTo(clerk(), "活-2026-002 除了赵小六都到了")).toContain("赵小六");
  expect((await clerk().says("赵小六没来,其他都到了"))[0]?.kind).not.toBe("sure.register");
});

test.each([
  "罗文军来了镇政府反映路灯的事,其他都来了",
  "都来了吗",
  "王芳没来",
  "代报 王芳 昨天走访12户",
  "昨天走访了黄连村,群众都到了",
  "材料都到了",
  "生活002元都到了",
])("%s is no register", async (words) => {
  expect((await clerk().says(words)).map((one) => one.kind)).not.toContain("sure.register");
});

test("a deputy who says so registers nobody", async () => {
  expect((await city.person("李明").says("罗文军没来其余到齐"))[0]?.kind).not.toBe("sure.register");
});

test("of several that wait which one is asked; where none waits, it is said", async () => {
  await city.database.db.execute(sql`insert into activities
    (number, org_id, kind, title, starts_at, on_day, state, created_by, created_at)
    select '活-2026-099', org_id, kind, '另一场', starts_at, on_day, state, created_by, created_at from activities
    where number = ${YESTERDAY}`);
  // It calls the same people: the names tell the two not apart.
  await city.database.db.execute(sql`insert into attendances (activity_id, mandate_id, person_id, status)
    select n.id, t.mandate_id, t.person_id, 'expected' from attendances t
      join activities a on a.id = t.activity_id and a.number = ${YESTERDAY}, activities n
    where n.number = '活-2026-099'`);
  const [asked] = await clerk().says("罗文军没来其余到齐");
  expect(asked?.kind).toBe("attendance.answer");
  expect(asked?.choices).toHaveLength(2);
  const [card] = await clerk().taps(asked?.choices.find((one) => one.label.includes(YESTERDAY))?.label ?? "");
  for (const piece of [YESTERDAY, "缺席1人：罗文军"]) expect(card?.text).toContain(piece);
  await clerk().says("不用了");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  expect(await answerTo(clerk(), "罗文军没来其余到齐")).toContain("已经开始还没定稿的活动，没有登记");
});
