import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf, toldWhile } from "#test/support/overheard.ts";

// Whoever comes late to what is planned, or comes back to it, is called; an old call proves nothing of a new one.
let city: City;
afterEach(() => city.close());

const office = () => city.person("孙丽");
const heard = (name: string, said: string) => answerTo(city.person(name), said);
const registers = async (said: string) => {
  await office().says(said);
  return office().says("对");
};
const invitations = (name: string, number: string) =>
  heardOf(city.person(name), "activity.invited").filter((one) => one.number === number).length;

describe("a deputy whose mandate was suspended", () => {
  let number = "";
  beforeEach(async () => {
    city = await openCity("2026-11-10T10:00:00+08:00");
    const [done] = await registers("发布活动 12月25日上午9点 乌当区 视察 地点区政府 内容视察");
    number = done?.number ?? "";
  });
  const rests = (on: string) => registers(`暂停 李明 代表职务 自${on}`);
  const resumes = (on: string) => registers(`恢复 李明 代表职务 自${on}`);
  const unbind = () =>
    city.database.db.execute(
      sql`delete from accounts a using people p where p.id = a.person_id and p.name = '李明'`,
    );

  test("is called anew each time that it goes on", async () => {
    expect(invitations("李明", number)).toBe(1);
    await rests("11月12日");
    await resumes("11月14日");
    expect(invitations("李明", number)).toBe(2);
    city.now = new Date("2026-11-16T10:00:00+08:00");
    await rests("11月16日");
    await resumes("11月20日");
    expect(invitations("李明", number)).toBe(3);
    expect(await heard("孙丽", `查看 ${number}`)).toContain("都有通知到的记录");
  });

  test("was not told where only the call from before the suspension arrived, until staff tell by phone", async () => {
    await city.person("李明").says(`参加 ${number}`);
    city.now = new Date("2026-11-16T10:00:00+08:00");
    await registers(`已通知 ${number} 李明 电话`);
    await rests("11月16日");
    await unbind();
    city.now = new Date("2026-11-20T10:00:00+08:00");
    await resumes("11月20日");
    expect(await heard("孙丽", `查看 ${number}`)).toMatch(/没有通知.*李明/u);
    await office().says(`已通知 ${number} 李明 电话`);
    expect(await heard("孙丽", `查看 ${number}`)).toContain("都有通知到的记录");
  });

  test("is still known to come, and to be on leave, as answered before", async () => {
    await city.person("李明").says(`参加 ${number}`);
    await city.person("王芳").says(`请假 ${number} 出差`);
    const before = await heard("孙丽", `查看 ${number}`);
    await rests("11月12日");
    await registers("暂停 王芳 代表职务 自11月12日");
    expect(await heard("孙丽", `查看 ${number}`)).not.toBe(before);
    await resumes("11月20日");
    await registers("恢复 王芳 代表职务 自11月20日");
    expect(await heard("孙丽", `查看 ${number}`)).toBe(before);
  });

  test("that was suspended by mistake is told of the call as before, even where no new word arrives", async () => {
    await city.person("李明").says(`参加 ${number}`);
    const before = await heard("孙丽", `查看 ${number}`);
    city.now = new Date("2026-11-11T10:00:00+08:00");
    await rests("11月12日");
    await unbind();
    await registers("撤销变动 李明");
    expect(await heard("孙丽", `查看 ${number}`)).toBe(before);
  });
});

describe("a session that was called before", () => {
  beforeEach(async () => {
    city = await openCity("2026-12-28T10:00:00+08:00");
    await registers(
      "发布会议 乌当区第六次会议 地点区会议中心;1月12日上午9点 全体会议;1月12日下午2点半 代表团会议;1月13日上午9点 全体会议",
    );
  });

  test("is told whole to whoever comes back: every sitting, and how to be excused from one", async () => {
    await registers("暂停 李明 代表职务 自12月29日");
    await office().says("恢复 李明 代表职务 自1月5日");
    const told = await toldWhile(city.person("李明"), () => office().says("对"));
    for (const part of [
      "通知:乌当区第六次会议",
      "1月12日(周二) 09:00 全体会议",
      "14:30 代表团会议",
      "1月13日(周三) 09:00",
      "只缺其中一次",
    ])
      expect(told.normalize("NFKC")).toContain(part);
    expect(heardOf(city.person("李明"), "activity.invited")).toEqual([]);
  });

  test("calls whoever comes back in its midst to what is left of it", async () => {
    await registers("暂停 李明 代表职务 自12月29日");
    await office().says("恢复 李明 代表职务 自1月13日");
    const told = await toldWhile(city.person("李明"), () => office().says("对"));
    expect(told.normalize("NFKC")).toContain("1月13日(周三) 09:00");
    expect(told).not.toContain("1月12日");
  });
});

test("whoever goes on in a new term is told, and called, when an activity moves behind its first day", async () => {
  city = await openCity("2026-11-10T10:00:00+08:00");
  const [done] = await registers("发布活动 12月10日上午9点 乌当区 视察 地点区政府 内容视察");
  const number = done?.number ?? "";
  await registers("换届 十九届 12月15日 全部连任");
  expect(await toldWhile(city.person("王芳"), () => registers(`改活动 ${number} 12月21日`))).toContain(
    "12月21日",
  );
  expect(
    await city.database.db.execute(sql`select distinct m.valid_from::text "from" from attendances t
      join activities a on a.id = t.activity_id join mandates m on m.id = t.mandate_id where a.number = ${number}`),
  ).toEqual([{ from: "2026-12-15" }]);
  expect(await heard("孙丽", `查看 ${number}`)).toContain("都有通知到的记录");
});
