import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

// 杨秀英 was absent without leave on 18 July, and does not come to yesterday's activity either: both are told at once.
let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const JULY = "活-2026-001";
const YESTERDAY = "活-2026-002";
const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const yang = () => city.person("杨秀英");
const heard = (name: string, kind: string): readonly string[] =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind)
    .map((one) => one.text);
const finalise = async (register: string): Promise<void> => {
  await clerk().says(`到会 ${YESTERDAY} ${register}`);
  await clerk().says("对");
  await clerk().says(`定稿 ${YESTERDAY}`);
  await clerk().says("对");
};
const struck = async (): Promise<void> => {
  await finalise("除杨秀英外全到");
  await eventually(() => expect(heard("杨秀英", "absence.struck")).toHaveLength(1));
};
const statusOf = async (number: string, name: string): Promise<string | undefined> => {
  const [row] = await city.database.db.execute<{ status: string }>(sql`
    select t.status from attendances t join activities a on a.id = t.activity_id join people p on p.id = t.person_id
    where a.number = ${number} and p.name = ${name}`);
  return row?.status;
};

test("a clerk who corrects what the office decided on sees the decision on the card before the yes", async () => {
  await struck();
  await yang().says(`异议 ${JULY} 我在会场`);
  await yang().says(`异议 ${YESTERDAY} 我也在会场`);
  await office().says(`异议成立 杨秀英 ${JULY}`);
  await office().says("对");
  await office().says(`异议不成立 杨秀英 ${YESTERDAY} 没有签到`);
  await office().says("对");
  const [upheld] = await clerk().says(`改考勤 ${JULY} 杨秀英 缺席`);
  for (const piece of ["9月16日", "已决定，本人的异议成立"]) expect(upheld?.text).toContain(piece);
  expect(await statusOf(JULY, "杨秀英")).toBe("present");
  const [refused] = await clerk().says(`改考勤 ${YESTERDAY} 杨秀英 到会`);
  expect(refused?.text).toContain("已决定，本人的异议不成立");
  const [plain] = await clerk().says(`改考勤 ${YESTERDAY} 李明 缺席`);
  expect(plain?.text).not.toContain("异议");
});
