import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 羊昌镇's group met on 9 October, everybody is registered as having come, and that is final.
let city: City;
let number = "";
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-10-08T10:00:00+08:00");
  await clerk().says("发布活动 10月9日上午9点半 羊昌镇代表小组 小组活动");
  const published = await answerTo(clerk(), "对");
  number = /活-\d+-\d+/u.exec(published)?.[0] ?? "";
  city.now = new Date("2026-10-09T18:00:00+08:00");
  await clerk().says(`到会 ${number} 全到`);
  await clerk().says("对");
  await clerk().says(`定稿 ${number}`);
  await clerk().says("对");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

describe("a final register is put right in the words of every day, and first what follows is shown", () => {
  test.each([
    "罗文军9号其实没有来,是我登记错了",
    "9号那场罗文军改成没来",
    "把罗文军10月9号的考勤改为缺席",
    "罗文军9号改成缺席",
    "9号小组活动那个登记错了,罗文军没来",
    "今天的活动罗文军记错了,他没来",
    "今天的考勤有误,罗文军缺席",
    "9号那个会把罗文军登记成到会了,实际他没来",
    "罗文军10月9号不是到会,是缺席",
    "更正一下10月9日的考勤:罗文军缺席",
    "改考勤 9号 罗文军 缺席",
    "改考勤 罗文军10月9号的活动 缺席",
  ])("%s", async (said) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.correct");
    for (const piece of ["罗文军", "缺席", "10月9日"]) expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });

  test("late, early and leave as well", async () => {
    expect(await answerTo(clerk(), "王芳9号那次改成迟到")).toContain("迟到");
    await clerk().says("不用了");
    expect(await answerTo(clerk(), "王芳9号上午补了假,住院了,给她改成请假")).toContain("请假");
    await clerk().says("不用了");
  });
});

test("without its day it is of what was shown last, and else it is asked which", async () => {
  expect(await answerTo(clerk(), "罗文军登记错了,改成缺席")).toContain("登记哪一场");
  await clerk().says("活动");
  await clerk().says(number);
  expect((await clerk().says("罗文军登记错了,改成缺席"))[0]?.kind).toBe("sure.correct");
  await clerk().says("不用了");
});

test("several are put right one by one", async () => {
  const [asked] = await clerk().says("9号的登记错了,罗文军和王芳都没来");
  expect(asked?.choices.map((one) => one.label)).toEqual(["罗文军 缺席", "王芳 缺席"]);
});

test("who is called to nothing that was held is said not to be found", async () => {
  expect(await answerTo(clerk(), "9号那场吴红梅改成缺席")).toContain("没有找到要更正的那一场登记，没有改动");
});

test("a whole register of what is final says which one that is", async () => {
  expect(await answerTo(clerk(), "10月9号的小组活动除罗文军外全到")).toContain("已经定稿了");
});

test("the yes is what puts it right", async () => {
  await clerk().says("罗文军9号其实没来,登记错了");
  expect(await answerTo(clerk(), "对")).toContain("已更正：罗文军代表，缺席");
  expect(await answerTo(clerk(), "罗文军9号到了的,又登记错了")).toContain("罗文军");
  expect(await answerTo(clerk(), "对")).toContain("已更正：罗文军代表，到会");
});

describe("no register is put right by", () => {
  test.each([
    "李明昨天走访了3户,改成5户",
    "9号的活动改到10号",
    "罗文军的电话登记错了",
    "罗文军的述职改成收下",
    "9号罗文军其实走访了12户群众",
    "罗文军9号请假了吗",
  ])("%s", async (said) => {
    const kinds = (await clerk().says(said)).map((one) => one.kind);
    for (const kind of ["sure.correct", "sure.register"]) expect(kinds).not.toContain(kind);
    await clerk().says("都不要了");
  });
});
