import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T10:00:00+08:00");
});
afterAll(() => city.close());

const kinds = (said: readonly { readonly kind: string }[]): string[] => said.map((one) => one.kind);

test.for(["今天下午3点走访黄连村3户", "今天下午走访了黄连村3户", "今晚接待选民3人", "15:00走访黄连村3户"])(
  "%s, said at ten in the morning, is no record yet: it is asked when it was",
  async (said) => {
    const li = city.person("李明");
    const [question, ...more] = await li.says(said);
    expect([question?.kind, more]).toEqual(["report.question", []]);
    expect(question?.text).toContain("还没到");
    expect(question?.choices.map(({ label }) => label)).toEqual(["昨天", "前天", "不记了"]);
    expect(kinds(await li.says("今天"))).not.toContain("report.card");
    const [card] = await li.says("昨天");
    expect(card?.text).toContain("9月15日(周二)");
    await li.says("不记了");
  },
);

test("还没去 lets it go, and another clock settles it", async () => {
  const li = city.person("李明");
  await li.says("今天下午3点走访黄连村3户");
  expect(kinds(await li.says("还没去"))).toEqual(["report.dropped"]);
  await li.says("今天下午3点走访黄连村3户");
  const [card] = await li.says("上午9点");
  expect(card?.text).toContain("9月16日(周三) 09:00");
  await li.says("不记了");
});

test("neither a card in view nor a record is moved to a time that is still to come", async () => {
  const li = city.person("李明");
  await li.says("今天上午9点走访黄连村3户");
  expect((await li.says("改时间 今天下午3点"))[0]?.text).toContain("还没到");
  await li.says("今天上午9点");
  const [receipt] = await li.says("对");
  expect(receipt?.kind).toBe("report.filed");
  expect((await li.says("改时间 今天下午3点"))[0]?.text).toContain("这个时间还没到");
});

test.for(["今天上午9点走访大寨村2户", "今天走访上坝村2户,群众反映晚上路灯不亮", "刚才10点走访下坝村4户"])(
  "%s is past or of no hour, and shown at once",
  async (said) => {
    const [card] = await city.person("王芳").says(said);
    expect(card?.kind).toBe("report.card");
    await city.person("王芳").says("不记了");
  },
);

test.for([
  ["昨天走访黄连村5户,联系电话13800001111", "【走访群众】9月15日(周二)\uFF0C黄连村\uFF0C5户"],
  ["昨天走访黄连村 老李电话138 0000 1111 共5户", "【走访群众】9月15日(周二)\uFF0C黄连村\uFF0C5户"],
  ["走访黄连村 电话是0851-86401234 共5户", "【走访群众】9月16日(周三)\uFF0C黄连村\uFF0C5户"],
  ["昨天走访黄连村5户,老李13800001111反映水费高", "水电"],
] as const)("%s: the telephone is no count, no place and no matter", async ([said, shown]) => {
  const [card] = await city.person("王芳").says(said);
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain(shown);
  expect(card?.text).not.toMatch(/1111|8640/u);
  await city.person("王芳").says("不记了");
});
