import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";

const AHEAD = "活-2026-003";
const OVER = "活-2026-002";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
  await city.database.db.execute(sql`delete from notices`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");

/** Who would be named as never told if the register of an activity were final. */
async function uncounted(activity: string): Promise<string> {
  await clerk().says(`到会 ${activity} 除李明外全到`);
  await clerk().says("对");
  const card = await answerTo(clerk(), `定稿 ${activity}`);
  return /没有通知到的记录，不算缺席：(?<names>.*)/u.exec(card)?.groups?.["names"] ?? "";
}

describe("who was told of an activity", () => {
  test("staff see it before it begins, while there is time to telephone", async () => {
    const before = await answerTo(clerk(), AHEAD);
    expect(before).toMatch(/还没有通知到的记录：.*李明/u);
    expect(before).toMatch(/没回5人：.*李明/u);
    await clerk().says(`已通知 ${AHEAD} 李明、王芳、陈建国、杨秀英、罗文军 电话`);
    expect(await answerTo(clerk(), AHEAD)).toContain("都有通知到的记录");
  });

  test("deputies see nothing of it", async () => {
    expect(await answerTo(city.person("李明"), AHEAD)).not.toContain("通知到");
  });
});

describe("a telephone call about an activity", () => {
  test("is on record again after the activity was moved", async () => {
    await clerk().says(`已通知 ${AHEAD} 李明 电话`);
    city.now = at("2026-09-17 09:00");
    await clerk().says(`改活动 ${AHEAD} 改到9月24日上午9点半`);
    await clerk().says("对");
    await city.database.db.execute(sql`update outbox set status = 'failed' where key like ${`%${AHEAD}%`}`);
    city.now = at("2026-09-18 09:00");
    expect(await answerTo(clerk(), AHEAD)).toMatch(/还没有通知到的记录：.*李明/u);
    await clerk().says(`已通知 ${AHEAD} 李明 电话`);
    expect(await answerTo(clerk(), AHEAD)).not.toMatch(/还没有通知到的记录：.*李明/u);
    city.now = at("2026-09-24 18:00");
    expect(await uncounted(AHEAD)).toBe("");
  });

  test("that is entered afterwards is asked on which day it was", async () => {
    expect(await answerTo(clerk(), `已通知 ${OVER} 李明 电话`)).toContain("哪天通知的？");
    expect(await uncounted(OVER)).toContain("李明");
  });

  test("after the beginning is no notice, whatever is entered", async () => {
    expect(await answerTo(clerk(), `已通知 ${OVER} 李明 电话 今天`)).toContain("这个日子不对");
    expect(await answerTo(clerk(), `已通知 ${OVER} 李明 电话 7月1日`)).toContain("这个日子不对");
    expect(await uncounted(OVER)).toContain("李明");
  });

  test("of a day before the beginning counts when it is entered later", async () => {
    expect(await answerTo(clerk(), `已通知 ${OVER} 李明 电话 9月14日`)).toContain("已记下电话通知：李明");
    expect(await uncounted(OVER)).not.toContain("李明");
  });
});
