import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];

test("a clerk who tells of a visit is asked at once whose it was, with her deputies to tap", async () => {
  const [whose, ...more] = await clerk().says("昨天走访黄连村3户");
  expect([whose?.kind, more.length]).toEqual(["report.whose", 0]);
  expect(whose?.text).toContain("代报 李明 昨天走访黄连村3户");
  expect(labels(whose)).toEqual(["李明", "王芳", "陈建国", "杨秀英", "罗文军", "不记了"]);
  const [card] = await clerk().taps("李明");
  expect(card?.text).toContain("替李明代表记");
  const [receipt] = await clerk().says("对");
  expect(receipt?.kind).toBe("report.filed");
});

test("the name may be typed as well", async () => {
  await clerk().says("昨天接待选民3人");
  const [card] = await clerk().says("王芳代表");
  expect(card?.text).toContain("替王芳代表记");
  await clerk().says("不记了");
});

test.for(["代报 吴红梅 昨天走访3户", "代报 马冬梅 昨天走访3户", "代报马冬梅 昨天走访3户"])(
  "%s is refused before there is a card, and what was told is not lost",
  async (said) => {
    const [refused, ...more] = await clerk().says(said);
    expect([refused?.kind, more.length]).toEqual(["report.whose", 0]);
    expect(refused?.text).toContain("名单里没有");
    const [card] = await clerk().says("陈建国");
    expect(card?.text).toContain("替陈建国代表记");
    expect(card?.text).toContain("3户");
    await clerk().says("不记了");
  },
);

test("a name that is nearly right is offered first", async () => {
  const [refused] = await clerk().says("代报 陈健国 昨天走访3户");
  expect(labels(refused)[0]).toBe("陈建国");
  await clerk().says("不记了");
});

test.for(["代报 李明昨天走访黄连村4户", "李明昨天走访黄连村4户", "代报:李明,昨天走访黄连村4户"])(
  "%s is a report for 李明",
  async (said) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("report.card");
    expect(card?.text).toContain("替李明代表记");
    await clerk().says("不记了");
  },
);

test("代报 without a name or without a deed says what is missing", async () => {
  const [whose] = await clerk().says("代报 昨天走访3户");
  expect(whose?.kind).toBe("report.whose");
  await clerk().says("不记了");
  const [what] = await clerk().says("代报 李明");
  expect(what?.text).toContain("代报 李明 昨天走访3户");
});

test("what residents told a clerk is registered", async () => {
  const [card] = await clerk().says("群众反映黄连村二组路灯坏了三天");
  expect(card?.kind).toBe("report.card");
  const [left] = await clerk().says("对");
  expect(left?.kind).toBe("case.opinion-left");
  const rows = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from opinions`);
  expect(rows[0]?.n).toBe(1);
});

test.for(["昨天走访黄连村3户", "提个建议:黄连村通村公路太窄,建议加宽", "代报 李明 昨天走访3户"])(
  "a handling unit that says %s hears no at once, and is told of no command it may not use",
  async (said) => {
    const [refused, ...more] = await city.person("区水务局").says(said);
    expect([refused?.kind, more.length]).toEqual(["help.refused", 0]);
    expect(refused?.text).not.toContain("代报");
  },
);

test("a clerk who suggests something hears at once that deputies do", async () => {
  const [refused] = await clerk().says("提个建议:黄连村通村公路太窄,建议加宽");
  expect(refused?.kind).toBe("help.refused");
});

test.for(["", "asdfgh"])("a resident who sends “%s” hears of nothing only deputies may do", async (said) => {
  const [answer] = await city.person("居民").says(said);
  expect(answer?.text).not.toMatch(/走访|履职/u);
});

test("whoever is named in what staff entered is asked once the deputy has agreed, and in the deputy's name", async () => {
  await clerk().says("代报 杨秀英 昨天和罗文军走访石关村6户");
  const [receipt] = await clerk().says("对");
  const number = receipt?.number ?? "";
  const asked = (name: string, kind: string) =>
    city
      .person(name)
      .heard()
      .find((one) => one.kind === kind && one.text.includes(number));
  await seen(() => asked("杨秀英", "report.entered"));
  expect(asked("罗文军", "report.companion")).toBeUndefined();
  await city.person("杨秀英").taps("对");
  const question = await seen(() => asked("罗文军", "report.companion"));
  expect(question.text).toContain("杨秀英代表说");
});

test("为什么 with a number shows that record", async () => {
  const [shown] = await clerk().says("为什么 履-2026-00001");
  expect(shown?.kind).toBe("record.shown");
});

describe("a deputy for whom the clerk wrote something down", () => {
  const enters = async (said: string) => {
    await city.person("刘敏").says(`代报 王芳 ${said}`);
    const number = (await city.person("刘敏").says("对"))[0]?.number ?? "";
    return seen(() =>
      city
        .person("王芳")
        .heard()
        .findLast((one) => one.kind === "report.entered" && one.text.includes(number)),
    );
  };

  test("sees what a yes would make hers: what, when, where and how many", async () => {
    const told = await enters("9月12日走访平寨村20户");
    for (const piece of ["走访群众", "9月12日", "平寨村", "20户"]) expect(told?.text).toContain(piece);
    await city.person("王芳").says("不对");
  });

  test.for(["不对,我没去", "没有这回事", "那天我没去敬老院", "不是我", "没有,我没参加"])(
    "%s is a no, and the record is void",
    async (said) => {
      await enters("9月13日到敬老院慰问老人3人");
      const [answer] = await city.person("王芳").says(said);
      expect(answer?.kind).toBe("share.acknowledged");
      expect(answer?.text).toContain("已作废");
      city.now = new Date(city.now.getTime() + 60_000);
    },
  );
});

test.for([
  "代报 李明",
  "代报李明",
  "代报 李明代表",
  "帮李明代报",
  "替李明报一条",
  "给李明登记一下",
  "我来帮李明代表报一下",
])("%s alone, and the deed in the next message, are one report for 李明", async (words) => {
  expect((await clerk().says(words))[0]?.kind).toBe("report.whose-deed");
  const [card] = await clerk().says("昨天在马场村走访5户");
  expect(card?.text).toContain("替李明代表记，请核对：\n【走访群众】");
  expect(card?.text).toContain("马场村，5户");
  await clerk().says("不记了");
});

test("the name is of the next message alone, and gives way to another that is told there", async () => {
  await clerk().says("代报 李明");
  expect((await clerk().says("王芳昨天在马场村走访5户"))[0]?.text).toContain("替王芳代表记");
  await clerk().says("不记了");
  await clerk().says("代报 李明");
  await clerk().says("未报 本月");
  expect((await clerk().says("昨天在马场村走访5户"))[0]?.kind).toBe("report.whose");
  await clerk().says("不记了");
});

test("a colleague who came along leaves the deed his", async () => {
  await clerk().says("代报 李明");
  const [card] = await clerk().says("昨天和王芳在马场村走访5户");
  expect(card?.text).toContain("替李明代表记");
  expect(card?.text).toContain("同行：王芳");
  await clerk().says("不记了");
});
