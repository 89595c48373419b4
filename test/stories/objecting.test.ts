import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const { clerk, office, yang, heard, finalise, struck, statusOf } = absentTwice(() => city);

test("two absences were told of and the deputy names none: she is asked which, and one tap says it", async () => {
  await struck();
  const [asked] = await yang().says("异议 我在会场,坐在后排");
  expect(asked?.text).toContain("您说的是哪一次");
  for (const piece of [JULY, YESTERDAY, "最晚9月22日"]) expect(asked?.text).toContain(piece);
  expect(asked?.choices).toHaveLength(2);
  expect(heard("孙丽", "attendance.objection")).toHaveLength(0);
  const july = asked?.choices.find((one) => one.label.includes(JULY))?.label ?? "";
  const [received] = await yang().taps(july);
  expect(received?.text).toContain(`异议已收到：${JULY}`);
  await eventually(() => expect(heard("孙丽", "attendance.objection")).toHaveLength(1));
  expect(heard("孙丽", "attendance.objection")[0]).toContain("坐在后排");
});

test("she names the first by its number or its day: that one is excused, the other stays", async () => {
  await struck();
  const [received] = await yang().says("异议 7月18日那次我在会场");
  expect(received?.text).toContain(JULY);
  const [again] = await yang().says(`异议 ${JULY} 我签了到`);
  expect(again?.text).toContain(JULY);
  const [sure] = await office().says("异议成立 杨秀英");
  for (const piece of [JULY, "7月18日", "我签了到", "那次我在会场", "会告诉本人"])
    expect(sure?.text).toContain(piece);
  expect(await statusOf(JULY, "杨秀英")).toBe("absent");
  const [done] = await office().taps("对,异议成立");
  expect(done?.text).toContain(JULY);
  expect(await statusOf(JULY, "杨秀英")).toBe("present");
  expect(await statusOf(YESTERDAY, "杨秀英")).toBe("absent");
  await eventually(() => expect(heard("杨秀英", "attendance.objection-answered")).toHaveLength(1));
  expect(heard("杨秀英", "attendance.objection-answered")[0]).toContain(JULY);
});

test("she was there and the office finds so: it counts as 到会, with a record; one tap makes it 请假 instead", async () => {
  await struck();
  await yang().says(`异议 ${JULY} 我在会场,坐在后排`);
  await yang().says(`异议 ${YESTERDAY} 我在住院,没去`);
  const [sure] = await office().says(`异议成立 杨秀英 ${JULY}`);
  expect(sure?.text).toContain("改记为到会");
  const [other] = await office().taps("成立,但算请假");
  expect(other?.text).toContain("改记为请假");
  await office().taps("成立,但算到会");
  const [done] = await office().says("对");
  expect(done?.text).toContain("这次算到会");
  expect(await statusOf(JULY, "杨秀英")).toBe("present");
  await eventually(() => expect(heard("杨秀英", "attendance.objection-answered")).toHaveLength(1));
  expect(heard("杨秀英", "attendance.objection-answered")[0]).toContain("改记为到会");
  const kept = await city.database.db.execute(sql`select r.state from duty_records r
    join activities a on a.id = r.activity_id where a.number = ${JULY}
      and r.person_id = (select id from people where name = '杨秀英')`);
  expect(kept.map((one) => one["state"])).toEqual(["verified"]);
  const [ill] = await office().says("异议成立 杨秀英");
  expect(ill?.text).toContain("改记为请假");
  const [named] = await office().says("异议成立 杨秀英 算到会 签到本上有她");
  for (const piece of ["改记为到会", "您的说明：签到本上有她"]) expect(named?.text).toContain(piece);
});

test("a number of no absence of hers is not taken for another one", async () => {
  await struck();
  const [answer] = await yang().says("异议 活-2026-003 我在会场");
  expect(answer?.text).toContain("活-2026-003 没有对您的缺席提醒");
  expect(heard("孙丽", "attendance.objection")).toHaveLength(0);
});

test("异议 alone shows what may be objected to, until when, and what to type", async () => {
  await struck();
  const [shown] = await yang().says("异议");
  for (const piece of [JULY, YESTERDAY, "最晚9月22日", `异议 ${JULY} 当天我在会场`])
    expect(shown?.text).toContain(piece);
  expect(shown?.choices).toHaveLength(0);
  const [none] = await city.person("李明").says("异议");
  expect(none?.text).toContain("没有发给您的缺席提醒");
});

test("objections to both wait: the office is asked which it decides on", async () => {
  await struck();
  await yang().says(`异议 ${JULY} 我在会场`);
  await yang().says(`异议 ${YESTERDAY} 我在住院`);
  const [asked] = await office().says("异议不成立 杨秀英 没有签到");
  expect(asked?.text).toContain("2件异议");
  const [sure] = await office().taps(
    asked?.choices.find((one) => one.label.includes(YESTERDAY))?.label ?? "",
  );
  for (const piece of [YESTERDAY, "我在住院", "没有签到"]) expect(sure?.text).toContain(piece);
  await office().taps("对,异议不成立");
  await eventually(() => expect(heard("杨秀英", "attendance.objection-answered")).toHaveLength(1));
  expect(heard("杨秀英", "attendance.objection-answered")[0]).toContain(YESTERDAY);
});

test("an objection waits in 待办: whose, to what, since when, what to type; both absences are listed, decided it is gone", async () => {
  const todo = async (name: string, words = "待办"): Promise<string> =>
    (await city.person(name).says(words))[0]?.text ?? "";
  await struck();
  await yang().says(`异议 ${YESTERDAY} 我在会场`);
  await yang().says(`异议 ${JULY} 我在住院`);
  const shown = await todo("孙丽");
  expect(shown).toMatch(/待决定的异议2件：活-2026-001 杨秀英 \S+ 9月16日。/u);
  expect(shown).toContain("说：异议成立 杨秀英 活-2026-001 或 异议不成立 杨秀英 活-2026-001 理由");
  expect(await todo("刘敏")).not.toContain("异议");
  const [list] = await office().taps("看待决定的异议");
  for (const piece of ["待决定的异议2件", JULY, YESTERDAY]) expect(list?.text).toContain(piece);
  await office().says("异议不成立 杨秀英 活-2026-001 没有签到");
  await office().says("对");
  expect(await todo("孙丽", "待办 异议")).toContain("待决定的异议1件");
  await office().says("异议成立 杨秀英 活-2026-002");
  await office().says("对");
  expect(await todo("孙丽", "待办 异议")).toContain("没有待决定的异议");
});

test("two deputies of one name object: the office says whose objection it decides on, and sees it first", async () => {
  await finalise("除李明、王芳外全到");
  await city.database.db.execute(sql`update people set name = '李明', code = 'D777' where name = '王芳'`);
  await city.person("王芳").says("异议 我在会场,坐在前排");
  await city.person("李明").says("异议 我也在会场");
  await eventually(() => expect(heard("孙丽", "attendance.objection")).toHaveLength(2));
  expect(heard("孙丽", "attendance.objection")[0]).toContain("D777");
  const [asked] = await office().says("异议成立 李明");
  expect(asked?.choices).toHaveLength(2);
  const other = asked?.choices.find((one) => !one.label.includes("D777"))?.label ?? "";
  const [sure] = await office().taps(other);
  expect(sure?.text).toContain("我也在会场");
  await office().says("对");
  await eventually(() => expect(heard("李明", "attendance.objection-answered")).toHaveLength(1));
  expect(heard("王芳", "attendance.objection-answered")).toHaveLength(0);
});

test("two deputies of one name have a case: what was found out about one leaves the other's waiting", async () => {
  await city.database.db
    .execute(sql`update attendances set status = 'absent' where activity_id = (select id from
    activities where number = ${JULY}) and person_id in (select id from people where name in ('李明', '王芳'))`);
  await finalise("除李明、王芳外全到");
  await city.database.db.execute(sql`update people set name = '李明', code = 'D777' where name = '王芳'`);
  const [asked] = await office().says("已核查 李明 属公务冲突");
  expect(asked?.choices).toHaveLength(2);
  const [sure] = await office().taps(asked?.choices.find((one) => one.label.includes("D777"))?.label ?? "");
  for (const piece of ["D777", YESTERDAY, "属公务冲突"]) expect(sure?.text).toContain(piece);
  const [done] = await office().taps("对,记下");
  expect(done?.text).toContain("1件");
  const [rest] = await office().says("待办");
  expect(rest?.text).toContain("缺席线索");
});

test("a register put right and put back leaves an objection waiting, and it is answered", async () => {
  await struck();
  await yang().says(`异议 ${YESTERDAY} 我在会场`);
  const correct = async (number: string, status: string): Promise<void> => {
    await clerk().says(`改考勤 ${number} 杨秀英 ${status}`);
    await clerk().says("对");
  };
  await correct(YESTERDAY, "到会");
  const [none] = await office().says("异议成立 杨秀英");
  expect(none?.text).toContain("没有找到等您决定的异议");
  await correct(YESTERDAY, "缺席");
  // Her other absence is none any more: what was a strike is a warning now, and the objection is to the same absence.
  await correct(JULY, "到会");
  const [sure] = await office().says("异议不成立 杨秀英 没有签到");
  for (const piece of [YESTERDAY, "我在会场"]) expect(sure?.text).toContain(piece);
  await office().says("对");
  await eventually(() => expect(heard("杨秀英", "attendance.objection-answered")).toHaveLength(1));
});
