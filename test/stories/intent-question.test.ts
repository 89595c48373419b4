import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];
const UNCLEAR = "昨晚的月亮真圆";

test("what cannot be told is quoted, asked about once, and then let go", async () => {
  const li = city.person("李明");
  const [question] = await li.says(UNCLEAR);
  expect(question?.kind).toBe("report.question");
  expect(question?.text).toContain(`“${UNCLEAR}”`);
  const [menu, ...more] = await li.says("帮助");
  expect([menu?.kind, more]).toEqual(["help.menu", []]);
  const [own, ...after] = await li.says("我的履职");
  expect([own?.kind, after]).toEqual(["figures.own-duty", []]);
});

test("a question that asks for nothing known is unclear as well", async () => {
  const [question] = await city.person("陈建国").says("黄连村的事情");
  expect(question?.text).toContain("“黄连村的事情”");
});

test("its buttons answer still, until something else is in hand", async () => {
  const wang = city.person("王芳");
  await wang.says(UNCLEAR);
  await wang.says("我的履职");
  const [card] = await wang.taps("反映群众意见");
  expect(card?.kind).toBe("report.question");
  await wang.says("不记了");
});

test("记一条履职 asks for the kind and the day of what was said, and files it", async () => {
  const wang = city.person("王芳");
  await wang.says(UNCLEAR);
  const [kind] = await wang.taps("记一条履职");
  expect(kind?.text).toContain("哪一种履职");
  const [day] = await wang.taps("走访群众");
  expect(day?.text).toContain("哪一天");
  const [card] = await wang.taps("昨天");
  expect(card?.text).toContain("【走访群众】11月19日");
  await wang.says("对");
});

test.for([
  ["李明", ["记一条履职", "反映群众意见", "都不是"]],
  ["刘敏", ["记一条履职", "反映群众意见", "都不是"]],
  ["区水务局", ["反映群众意见", "都不是"]],
  ["居民", ["反映群众意见", "都不是"]],
] as const)("%s is offered only what he may do", async ([name, offered]) => {
  const [question] = await city.person(name).says(UNCLEAR);
  expect(labels(question)).toEqual(offered);
  await city.person(name).says("都不是");
});

test("a clerk who would file it is asked whose it is", async () => {
  await city.person("刘敏").says(UNCLEAR);
  const [whose] = await city.person("刘敏").taps("记一条履职");
  expect(whose?.kind).toBe("report.whose");
  await city.person("刘敏").says("不记了");
});

test.for(["取消 活-2026-003", "取消活-2026-003", "取消:活2026-3 下大雪"])(
  "%s is about that activity",
  async (said) => {
    const clerk = await city.person("刘敏").says(said);
    expect(clerk[0]?.text).toContain("活-2026-003");
    await city.person("刘敏").says("不用了");
    const [deputy] = await city.person("李明").says(said);
    expect(deputy?.text).toContain("请假 活-2026-003");
  },
);

test("取消 with nothing open says that nothing is, and takes nothing back", async () => {
  const [answer] = await city.person("王芳").says("取消");
  expect(answer?.text).toContain("没有等您决定的");
  const [own] = await city.person("王芳").says("我的履职");
  expect(own?.text).toContain("履职1次");
});

test.for(["7Q3KX9ZT2", "7Q3K-X9ZT-2UU", "绑定码 7Q3KX9"])(
  "%s from a stranger is a code that was mistyped, and no opinion",
  async (said) => {
    const [answer] = await city.person("陌生人").says(said);
    expect(answer?.kind).toBe("account.refused");
  },
);
