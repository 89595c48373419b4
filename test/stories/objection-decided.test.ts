import { afterEach, beforeEach, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const { clerk, office, yang, struck, statusOf } = absentTwice(() => city);

beforeEach(async () => {
  await struck();
  await yang().says(`异议 ${JULY} 我在会场`);
  await yang().says(`异议 ${YESTERDAY} 我也在会场`);
  await office().says(`异议成立 杨秀英 ${JULY}`);
  await office().says("对");
  await office().says(`异议不成立 杨秀英 ${YESTERDAY} 没有签到`);
  await office().says("对");
});

test("the office that does not uphold an objection is asked for the reason, with an example of that", async () => {
  const answer = await answerTo(office(), "异议不成立 杨秀英");
  expect(answer).toContain("要写明理由");
  expect(answer).toContain("比如：异议不成立 李明 签到表上没有");
});

test("a clerk cannot overturn what the office decided on an objection, either way", async () => {
  const before = yang().heard().length;
  for (const said of [`改考勤 ${JULY} 杨秀英 缺席`, `改考勤 ${YESTERDAY} 杨秀英 到会`]) {
    expect(await answerTo(clerk(), said)).toContain("代表工委已对本人的异议作了决定，您这里不能改");
    await clerk().says("对");
  }
  expect(await statusOf(JULY, "杨秀英")).toBe("present");
  expect(await statusOf(YESTERDAY, "杨秀英")).toBe("absent");
  expect(yang().heard()).toHaveLength(before);
  const [plain] = await clerk().says(`改考勤 ${YESTERDAY} 李明 缺席`);
  expect(plain?.text).not.toContain("异议");
});

test("the office sees its own decision on the card before it decides otherwise", async () => {
  const upheld = await answerTo(office(), `改考勤 ${JULY} 杨秀英 缺席`);
  for (const piece of ["9月16日", "已决定，本人的异议成立"]) expect(upheld).toContain(piece);
  expect(await statusOf(JULY, "杨秀英")).toBe("present");
  expect(await answerTo(office(), `改考勤 ${YESTERDAY} 杨秀英 到会`)).toContain("已决定，本人的异议不成立");
  await office().says("对");
  expect(await statusOf(YESTERDAY, "杨秀英")).toBe("present");
});

test("whoever objects again after a refusal is read with what he or she said first, and that it was refused", async () => {
  await yang().says(`异议 ${YESTERDAY} 我不服，王芳可以作证`);
  const told =
    office()
      .heard()
      .findLast((one) => one.kind === "attendance.objection")?.text ?? "";
  for (const piece of [
    "再次提出异议",
    "我不服",
    "之前的异议，9月16日(周三)已经作过决定",
    "之前说的：“我也在会场”",
  ])
    expect(told).toContain(piece);
  expect(await answerTo(office(), `异议不成立 杨秀英 ${YESTERDAY} 已核对签到表`)).toMatch(
    /我也在会场[\s\S]*我不服/u,
  );
});
