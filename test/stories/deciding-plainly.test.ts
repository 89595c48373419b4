import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { absentTwice, JULY, YESTERDAY } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
const { clerk, office, yang, struck, statusOf } = absentTwice(() => city);
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await struck();
  await yang().says(`异议 ${YESTERDAY} 那天我在医院,有病历`);
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from dialogs`);
});

test.each([
  ["不成立,没有证明", "没有证明"],
  ["驳回,他当天没有请假", "他当天没有请假"],
  ["维持,没有证明", "没有证明"],
  ["驳回杨秀英的异议,没有请假", "没有请假"],
  ["杨秀英的异议不成立,没有证明", "没有证明"],
  ["杨秀英那个不成立:签到表上没有", "签到表上没有"],
  ["还是算缺席,问过组长,没请假", "问过组长,没请假"],
  ["维持缺席登记,理由是没有病历", "没有病历"],
  ["核实了,不成立,医院说没这个人", "医院说没这个人"],
  ["异议不成立 没有证明", "没有证明"],
  ["异议不成立,没有证明", "没有证明"],
  ["杨秀英的异议不予采纳,没有证明", "没有证明"],
])("%s: refused, with that reason, after a yes", async (words, note) => {
  const [sure] = await office().says(words);
  expect(sure?.kind).toBe("sure.objection");
  for (const piece of ["异议不成立，对吗？杨秀英", "有病历", `您的说明：${note.replaceAll(",", "，")}`])
    expect(sure?.text).toContain(piece);
  expect(sure?.choices[0]?.label).toBe("对，异议不成立");
});

test.each([
  ["成立,签到表上有他", "到会"],
  ["撤销这次缺席,医院证明我看过了", "请假"],
  ["杨秀英的异议成立,医院证明我看过了", "请假"],
  ["成立", "请假"],
  ["这次不算缺席,他请过假", "请假"],
  ["采纳杨秀英的异议,照片上有她", "到会"],
  ["取消她的缺席,确实住院", "请假"],
  ["杨秀英的异议属实", "请假"],
  ["杨秀英的异议情况属实,医院证明我看过了", "请假"],
])("%s: upheld, as the reason or the deputy's words say", async (words, as) => {
  const [sure] = await office().says(words);
  expect(sure?.kind).toBe("sure.objection");
  expect(sure?.text).toContain(`这次改记为${as}`);
});

test.each(["杨秀英的异议怎么说的", "有哪些异议", "还有几个异议没核实"])(
  "%s: what waits, with whose it is",
  async (words) => {
    expect(await answerTo(office(), words)).toContain("杨秀英");
  },
);

test.each(["还有哪些人要核实", "核实名单"])("%s: people whose case waits, and no records", async (words) => {
  const answer = await answerTo(office(), words);
  expect(answer).toContain("杨秀英");
  expect(answer).not.toMatch(/走访|积分/u);
});

test.each(["杨秀英的情况我核查了,属实,已经谈话提醒", "对杨秀英的缺席已经核查,情况属实,已谈话"])(
  "%s: the case would be closed with that",
  async (words) => {
    const [sure] = await office().says(words);
    expect(sure?.kind).toBe("sure.case");
    expect(sure?.text).toContain("属实");
  },
);

test.each(["我的异议到哪一步了", "我提的异议有结果没有"])(
  "%s: that somebody looks into it",
  async (words) => {
    const answer = await answerTo(yang(), words);
    expect(answer).toMatch(/核实/u);
    expect(answer).not.toContain("意见或建议");
  },
);

test.each(["不成立", "驳回"])("%s: a refusal without a reason is asked for it", async (words) => {
  expect(await answerTo(office(), words)).toContain("要写明理由");
});

test.each([
  "属实的话成立",
  "同意",
  "同意罗文军请假",
  "驳回罗文军的请假",
  "12月3号成立了合作社",
  "成立了一个互助组",
  "核实 履-2026-00001",
  "取消活-2026-003",
  "不同意",
])("%s decides on no objection", async (words) => {
  expect((await office().says(words))[0]?.kind).not.toBe("sure.objection");
});

test("who is no office hears that it is the office's", async () => {
  expect(await answerTo(clerk(), "不成立,没有证明")).toContain("由区人大代表工委来办");
  expect((await clerk().says("驳回,没写地点"))[0]?.kind).not.toBe("sure.objection");
});

test("of two that wait which one is asked, and the reason stays", async () => {
  await yang().says(`异议 ${JULY} 我在会场`);
  const [asked] = await office().says("不成立,没有证明");
  expect(asked?.text).toContain("有2件异议在等");
  const label = asked?.choices.find((one) => one.label.includes(JULY))?.label ?? "";
  expect(await answerTo(office(), "杨秀英的成立,王芳的不成立,没签到")).toContain("请一位一位地说");
  const [sure] = await office().taps(label);
  for (const piece of [JULY, "没有证明"]) expect(sure?.text).toContain(piece);
  await office().says("对");
  await eventually(() =>
    expect(heardOf(yang(), "attendance.objection-answered").at(-1)?.text).toContain("没有证明"),
  );
});

test("a yes to it reverses what followed, and the deputy is told why", async () => {
  await office().says("撤销这次缺席,医院证明我看过了");
  await office().says("对");
  expect(await statusOf(YESTERDAY, "杨秀英")).toBe("leave");
  await eventually(() => {
    const told = heardOf(yang(), "attendance.objection-answered").at(-1)?.text;
    expect(told).toContain("医院证明我看过了");
    expect(told).toContain(YESTERDAY);
  });
  await eventually(() => expect(heardOf(yang(), "absence.withdrawn").length).toBeGreaterThan(0));
});
