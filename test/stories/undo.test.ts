import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const wang = () => city.person("王芳");
const files = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  const [receipt] = await city.person(name).says("对");
  return receipt?.number ?? "";
};

test.for(["撤销履-2026-00099", "撤销 履-2026-00099", "撤销:履2026-00099", "撤回履－2026－00099"])(
  "%s means that number and nothing else",
  async (said) => {
    const number = await files("王芳", "今天走访黄连村12户");
    const [answer] = await wang().says(said);
    expect(answer?.kind).toBe("report.refused");
    const [taken] = await wang().says(`撤销${number}`);
    expect(taken?.text).toContain(number);
  },
);

test("a number is read however it is written, and is never the newest by chance", async () => {
  const first = await files("李明", "昨天走访黄连村12户");
  await files("李明", "今天接待选民3人");
  const [answer] = await city.person("李明").says(`撤销 ${first.replaceAll("-", "").replace("0000", "")}`);
  expect(answer?.kind).toBe("report.withdrawn");
  expect(answer?.text).toContain(first);
});

test("words that do not say which one are asked about, with the last ones to tap", async () => {
  const last = await files("陈建国", "今天走访黄连村6户");
  const [question] = await city.person("陈建国").says("撤销 第一条");
  expect(question?.kind).toBe("report.which");
  expect(question?.text).toContain(last);
  expect(question?.text).toContain("走访群众");
  const [taken] = await city.person("陈建国").taps(`撤销 ${last}`);
  expect(taken?.text).toContain(`已撤销：${last}`);
});

test.for(["撤销昨天那条走访", "撤回昨天的走访", "撤销 昨天走访那条"])(
  "%s finds that record and asks, and makes no card",
  async (said) => {
    const visit = await files("罗文军", "昨天走访上坝村5户");
    const reception = await files("罗文军", "今天接待选民2人");
    const [question, more] = await city.person("罗文军").says(said);
    expect(question?.kind).toBe("report.which");
    expect(question?.text).toContain(visit);
    expect(question?.text).not.toContain(reception);
    expect(more).toBeUndefined();
    for (const number of [visit, reception]) await city.person("罗文军").says(`撤销 ${number}`);
  },
);

test("nothing like it: the last ones are shown instead", async () => {
  const number = await files("罗文军", "昨天走访上坝村5户");
  const [question] = await city.person("罗文军").says("撤销8月3日的接待");
  expect(question?.text).toContain("没有找到");
  expect(question?.text).toContain(number);
  await city.person("罗文军").says(`撤销 ${number}`);
});

test("two numbers at once are put side by side, and only what is tapped goes", async () => {
  const [one, two] = [await files("周志强", "昨天走访麦坪村5户"), await files("周志强", "今天走访麦坪村7户")];
  const [question] = await city.person("周志强").says(`撤销 ${one}、${two}`);
  expect(question?.choices.map((choice) => choice.label)).toEqual([`撤销 ${two}`, `撤销 ${one}`]);
});

test("撤销 with a card in view drops the card and touches nothing that was filed", async () => {
  const filed = await files("杨秀英", "昨天走访黄连村6户");
  await city.person("杨秀英").says("今天走访平寨村3户");
  const [dropped, more] = await city.person("杨秀英").says("撤销");
  expect(dropped?.kind).toBe("report.dropped");
  expect(dropped?.text).toContain("记好的没有动");
  expect(more).toBeUndefined();
  const [taken] = await city.person("杨秀英").says("撤销");
  expect(taken?.text).toContain(filed);
});

test("撤销 with a number goes past the card in view, which comes back", async () => {
  const filed = await files("杨秀英", "昨天走访黄连村6户");
  await city.person("杨秀英").says("今天走访平寨村3户");
  const [taken, card] = await city.person("杨秀英").says(`撤销${filed}`);
  expect([taken?.kind, card?.kind]).toEqual(["report.withdrawn", "report.card"]);
  await city.person("杨秀英").says("不记了");
});

test("撤销 before an activity is published drops the draft", async () => {
  await city.person("刘敏").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  const [dropped] = await city.person("刘敏").says("撤销");
  expect(dropped?.text).toContain("没有发布");
});

test("what residents tell about something being taken away is their opinion and no command", async () => {
  const [card] = await city.person("居民").says("黄连村公交站被撤销了,老人出门很不方便");
  expect(card?.kind).toBe("report.card");
});

test("what is taken back late keeps in its trace what it was: a record that had come back was no confirmed one", async () => {
  const number = await files("罗文军", "今天走访黄连村9户");
  await city.person("刘敏").says(`退回 ${number} 日期不对`);
  await city.person("刘敏").says("对");
  await city.database.db.execute(
    sql`update duty_records set filed_at = filed_at - interval '3 days' where number = ${number}`,
  );
  expect((await city.person("罗文军").says(`撤销 ${number}`))[0]?.kind).toBe("report.withdrawn");
  const [trace] = await city.database.db.execute(sql`select c.before, c.after from record_changes c
    join duty_records r on r.id = c.record_id where r.number = ${number} order by c.id desc limit 1`);
  expect(trace).toEqual({ before: "returned", after: "withdrawn" });
});
