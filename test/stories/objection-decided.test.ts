import { afterEach, beforeEach, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const { clerk, office, yang, struck, statusOf } = absentTwice(() => city);

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
