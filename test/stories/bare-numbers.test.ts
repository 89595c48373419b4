import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("群众反映二组路灯不亮");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const answerTo = async (name: string, said: string) => (await city.person(name).says(said))[0];
const labels = (message: { choices: readonly { label: string }[] } | undefined): string[] =>
  message?.choices.map((one) => one.label) ?? [];

test.for(["活-2026-003", "活2026-3", "看看 活-2026-003", "活-2026-003?"])(
  "%s shows a deputy the activity he was called to, and lets him answer",
  async (said) => {
    const shown = await answerTo("李明", said);
    expect(shown?.text).toContain("活-2026-003");
    expect(shown?.text).toContain("视察农贸市场");
    expect(labels(shown)).toEqual(["参加", "请假"]);
  },
);

test("a clerk sees how many have answered, and can make final what is over", async () => {
  await city.person("李明").says("参加 活-2026-003");
  const ahead = await answerTo("刘敏", "活-2026-003");
  expect(ahead?.text).toContain("已回参加1人、请假0人，没回4人");
  const over = await answerTo("刘敏", "活-2026-002");
  expect(labels(over)).toEqual(["定稿 活-2026-002", "怎么通知的"]);
});

test("somebody else's activity reads like one that does not exist", async () => {
  const foreign = await answerTo("吴红梅", "活-2026-003");
  const missing = await answerTo("吴红梅", "活-2026-999");
  expect(foreign?.text).toBe(missing?.text);
});

test("an opinion is shown to whoever brought it and to no colleague", async () => {
  const own = await answerTo("李明", "意-2026-0001");
  expect(own?.text).toContain("路灯不亮");
  const other = await answerTo("王芳", "意-2026-0001");
  expect(other?.text).toContain("没有找到");
});

test("a number inside a longer line is no question about it alone", async () => {
  const leave = await answerTo("王芳", "活-2026-003 请假 出差");
  expect(leave?.text).toContain("出差");
});
