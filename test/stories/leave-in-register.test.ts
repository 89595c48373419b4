import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

const OVER = "活-2026-002";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00");
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) => heardOf(city.person(name), kind);

/** Lets the clerk no longer decide on leave: a station clerk who did not call it only writes registers. */
async function takeDecisions(): Promise<void> {
  await city.database.db.execute(sql`update activities set convener_id = null`);
  await city.database.db.execute(sql`update staff_roles r set role = 'station_clerk' from people p
    where p.id = r.person_id and p.name = '刘敏'`);
}

describe("a register that calls somebody on leave", () => {
  test("is a grant where the clerk decides on leave: the card says so, and the deputy hears it once", async () => {
    const card = await answerTo(clerk(), `到会 ${OVER} 李明请假,其他全到`);
    expect(card).toContain("李明没有请过假：登记就是您准了假");
    await clerk().says("对");
    await eventually(() => expect(heard("李明", "activity.leave-decided")).toHaveLength(1));
    await clerk().says(`定稿 ${OVER}`);
    await clerk().says("对");
    expect(await answerTo(city.person("李明"), "我的出勤")).toContain("请假1");
    expect(heard("李明", "activity.leave-decided")).toHaveLength(1);
    expect(heard("李明", "absence.warned")).toEqual([]);
  });

  test("is refused by name where somebody else decides, and nothing is written", async () => {
    await takeDecisions();
    const answer = await answerTo(clerk(), `到会 ${OVER} 李明请假,杨秀英请假,其他全到`);
    expect(answer).toContain("没有准过假，不能登记为请假：李明、杨秀英");
    const [row] = await city.database.db.execute<{ n: number }>(sql`
      select count(*)::int n from attendances t join activities a on a.id = t.activity_id
      where a.number = ${OVER} and t.status <> 'expected'`);
    expect(row?.n).toBe(0);
  });

  test("does not undo a refusal", async () => {
    await city.person("李明").says(`请假 ${OVER} 出差`);
    await clerk().says("不准 李明 没有假条");
    await clerk().says("对");
    expect(await answerTo(clerk(), `到会 ${OVER} 李明请假,其他全到`)).toContain("不能登记为请假：李明");
  });

  test("keeps a wish waiting: refused afterwards, staying away was an absence", async () => {
    await city.person("李明").says(`请假 ${OVER} 出差`);
    const card = await answerTo(clerk(), `到会 ${OVER} 李明请假,其他全到`);
    expect(card).toContain("李明的请假还没批：先记缺席");
    await clerk().says("对");
    await clerk().says(`定稿 ${OVER}`);
    await clerk().says("对");
    expect(heard("李明", "absence.warned")).toEqual([]);
    await clerk().says("不准 李明 没有假条");
    await clerk().says("对");
    await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(1));
    expect(await answerTo(city.person("李明"), "我的出勤")).toContain("缺席1");
  });
});

describe("leave that was begun and never said why", () => {
  const AHEAD = "活-2026-005";
  beforeEach(async () => {
    await clerk().says("发布活动 9月18日上午9点 羊昌镇代表小组 小组活动");
    await clerk().says("对");
    const [why] = await city.person("李明").says(`请假 ${AHEAD}`);
    expect(why?.text).toContain("什么原因");
  });
  const over = () => {
    city.now = new Date("2026-09-18T18:00:00+08:00");
  };

  test("stands on the cards of the register, before anything follows from staying away", async () => {
    over();
    const said = "李明提过请假，没说原因";
    expect(await answerTo(clerk(), `到会 ${AHEAD} 除李明外全到`)).toContain(said);
    await clerk().says("对");
    expect(await answerTo(clerk(), `定稿 ${AHEAD}`)).toContain(said);
    await city.person("李明").says(`补假 ${AHEAD} 生病`);
    expect(await answerTo(clerk(), `定稿 ${AHEAD}`)).not.toContain(said);
  });

  test.each([
    ["he said after all that he comes", `参加 ${AHEAD}`],
    ["he said why", "要去医院"],
  ])("but not where %s", async (_, said) => {
    await city.person("李明").says(said);
    over();
    expect(await answerTo(clerk(), `到会 ${AHEAD} 除李明外全到`)).not.toContain("提过请假");
  });

  test("nor of whoever came", async () => {
    over();
    expect(await answerTo(clerk(), `到会 ${AHEAD} 全到`)).not.toContain("提过请假");
  });

  test("nor where another day was set since", async () => {
    await clerk().says(`改活动 ${AHEAD} 改到9月17日上午9点`);
    await clerk().says("对");
    over();
    expect(await answerTo(clerk(), `到会 ${AHEAD} 除李明外全到`)).not.toContain("提过请假");
  });
});

describe("a correction to leave", () => {
  beforeEach(async () => {
    await clerk().says(`到会 ${OVER} 除李明外全到`);
    await clerk().says("对");
    await clerk().says(`定稿 ${OVER}`);
    await clerk().says("对");
  });

  test("grants it where the clerk decides, and the deputy hears of it once", async () => {
    await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(1));
    expect(await answerTo(clerk(), `改考勤 ${OVER} 李明 请假`)).toContain("更正就是您准了假");
    await clerk().says("对");
    await eventually(() => expect(heard("李明", "attendance.changed")).toHaveLength(1));
    await eventually(() => expect(heard("李明", "absence.withdrawn")).toHaveLength(1));
    expect(heard("李明", "activity.leave-decided")).toEqual([]);
  });

  test("is refused where somebody else decides", async () => {
    await takeDecisions();
    expect(await answerTo(clerk(), `改考勤 ${OVER} 李明 请假`)).toContain("不能登记为请假：李明");
  });
});

describe("a correction to absent of whoever has leave", () => {
  const finalise = async (): Promise<void> => {
    for (const said of [`到会 ${OVER} 除李明外全到`, "对", `定稿 ${OVER}`, "对"]) await clerk().says(said);
  };

  test("shows that the leave falls, and takes it back with everything that follows", async () => {
    await finalise();
    await clerk().says(`改考勤 ${OVER} 李明 请假`);
    await clerk().says("对");
    await eventually(() => expect(heard("李明", "absence.withdrawn")).toHaveLength(1));
    const card = await answerTo(clerk(), `改考勤 ${OVER} 李明 缺席`);
    for (const piece of ["请假 改为 缺席", "更正就是撤销这份假", "会单独提醒(未经批准缺席)：李明"])
      expect(card).toContain(piece);
    await clerk().says("对");
    await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(2));
    await eventually(() =>
      expect(heard("李明", "attendance.changed").at(-1)?.text).toContain("原来准的假同时撤销"),
    );
    const own = await answerTo(city.person("李明"), "我的出勤");
    for (const piece of ["缺席1", "请假0"]) expect(own).toContain(piece);
  });

  test("and the leave may come again by another correction", async () => {
    await finalise();
    for (const status of ["请假", "缺席", "请假"]) {
      await clerk().says(`改考勤 ${OVER} 李明 ${status}`);
      await clerk().says("对");
    }
    expect(await answerTo(city.person("李明"), "我的出勤")).toContain("请假1");
    await eventually(() => expect(heard("李明", "absence.withdrawn")).toHaveLength(2));
  });

  test("is the office's where an objection was upheld as leave by mistake", async () => {
    await finalise();
    await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(1));
    await city.person("李明").says("异议 我那天生病住院了");
    await city.person("孙丽").says("异议成立 李明");
    await city.person("孙丽").says("对");
    await eventually(() => expect(heard("李明", "absence.withdrawn")).toHaveLength(1));
    expect(await answerTo(city.person("孙丽"), `改考勤 ${OVER} 李明 缺席`)).toContain("撤销这份假");
    await city.person("孙丽").says("对");
    expect(await answerTo(city.person("李明"), "我的出勤")).toContain("缺席1");
    await eventually(() => expect(heard("李明", "absence.warned")).toHaveLength(2));
  });

  test("is refused with who may, where the clerk decides on no leave", async () => {
    await city.person("李明").says(`请假 ${OVER} 出差`);
    await clerk().says("准假 李明");
    await clerk().says("对");
    await finalise();
    await takeDecisions();
    const answer = await answerTo(clerk(), `改考勤 ${OVER} 李明 缺席`);
    for (const piece of ["假已经批准", "没有改动", "代表工委"]) expect(answer).toContain(piece);
    await clerk().says("对");
    expect(await answerTo(city.person("李明"), "我的出勤")).toContain("请假1");
  });
});
