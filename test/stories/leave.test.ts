import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) => heardOf(city.person(name), kind);

/** Publishes an activity of the group of 羊昌镇; returns its number. */
async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  const [receipt] = await clerk().says("对");
  return receipt?.number ?? "";
}

const stateOf = async (name: string, number: string) => {
  const [row] = await city.database.db.execute<{ state: string; decided: boolean }>(sql`
    select l.state, l.decided_by is not null decided from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id where p.name = ${name} and a.number = ${number}`);
  return row;
};

describe("leave that was granted", () => {
  let number: string;
  beforeAll(async () => {
    number = await publish("11月28日上午9点");
    await city.person("王芳").says(`请假 出差 ${number}`);
    await clerk().says(`准假 王芳 ${number}`);
    await clerk().says("对");
  });

  test("stands when it is asked for again, and nobody is bothered a second time", async () => {
    const asked = heard("刘敏", "activity.leave-asked").length;
    const [answer] = await city.person("王芳").says(`请假 出差 ${number}`);
    expect(answer?.text).toContain("已经批准");
    expect(await stateOf("王芳", number)).toEqual({ state: "approved", decided: true });
    expect(heard("刘敏", "activity.leave-asked")).toHaveLength(asked);
  });

  test("is leave in the register", async () => {
    city.now = new Date("2026-11-28T12:00:00+08:00");
    const [card] = await clerk().says(`到会 ${number} 除王芳外全到`);
    expect(card?.text).toContain("请假1人：王芳");
    await clerk().says("不用了");
  });
});

describe("leave that was refused", () => {
  let number: string;
  beforeAll(async () => {
    number = await publish("12月5日上午9点");
    await city.person("陈建国").says(`请假 家里有事 ${number}`);
    await clerk().says(`不准 陈建国 ${number} 当天有表决`);
    await clerk().says("对");
    city.now = new Date("2026-11-30T10:00:00+08:00");
  });

  test("may be asked for again with another reason: staff see it, and that it was refused before", async () => {
    const [answer] = await city.person("陈建国").says(`请假 生病 ${number}`);
    expect(answer?.text).toContain("上次没有批准");
    await eventually(() =>
      expect(heard("刘敏", "activity.leave-asked").at(-1)?.text).toContain("上次没有批准"),
    );
    expect((await clerk().says("待办"))[0]?.text).toContain("请假");
  });

  test("counts as an absence all the same while nobody has decided anew", async () => {
    city.now = new Date("2026-12-05T12:00:00+08:00");
    await clerk().says(`到会 ${number} 除陈建国外全到`);
    await clerk().says("对");
    await city.person("陈建国").says(`请假 生病 ${number}`);
    await clerk().says(`定稿 ${number}`);
    await clerk().says("对");
    await eventually(() => expect(heard("陈建国", "absence.warned")).toHaveLength(1));
  });

  test("no longer counts once it is granted after all", async () => {
    await clerk().says(`准假 陈建国 ${number}`);
    await clerk().says("对");
    await eventually(() => expect(heard("陈建国", "absence.withdrawn")).toHaveLength(1));
  });
});

describe("an activity that is called off", () => {
  test("leaves no wish for leave waiting", async () => {
    const number = await publish("12月20日上午9点");
    await city.person("李明").says(`请假 出差 ${number}`);
    expect((await clerk().says("待办"))[0]?.text).toContain("请假");
    await clerk().says(`取消活动 ${number} 下大雪`);
    await clerk().says("对");
    expect((await stateOf("李明", number))?.state).toBe("withdrawn");
    expect((await clerk().says("待办"))[0]?.text).not.toContain("请假");
  });

  test("before its notice went out is not announced and then called off: nobody hears of it", async () => {
    city.now = new Date("2026-12-05T22:00:00+08:00");
    const number = await publish("12月21日上午9点");
    await clerk().says(`取消活动 ${number} 弄错了`);
    const [off] = await clerk().says("对");
    expect(off?.text).toContain("还没有发出");
    city.now = new Date("2026-12-06T08:30:00+08:00");
    await clerk().says("帮助");
    const notices = city
      .person("李明")
      .heard()
      .filter((one) => one.text.includes("12月21日"));
    expect(notices).toEqual([]);
  });
});

describe("two deputies of one name in two townships", () => {
  let here: string;
  let there: string;
  beforeAll(async () => {
    const { db } = city.database;
    await db.execute(sql`update people set name = '李明' where name = '吴红梅'`);
    here = await publish("12月22日上午9点");
    await city.person("赵勇").says("发布活动 12月23日上午9点 东风镇代表小组 小组活动");
    there = (await city.person("赵勇").says("对"))[0]?.number ?? "";
    await city.person("李明").says(`请假 出差 ${here}`);
    await city.person("吴红梅").says(`请假 生病 ${there}`);
  });

  test("each clerk decides on his own township's without a word about the other", async () => {
    await clerk().says("准假 李明");
    const [done] = await clerk().taps("对,准假");
    expect(done?.text).toContain("已准假");
    const [none] = await clerk().says("准假 李明");
    expect(none?.text).toContain("刘敏已经准假了");
    expect((await stateOf("李明", there))?.state).toBe("pending");
    await city.person("赵勇").says("准假 李明");
    const [other] = await city.person("赵勇").taps("对,准假");
    expect(other?.text).toContain("已准假");
  });
});
