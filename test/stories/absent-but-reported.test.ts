import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(() => {
  warmReader();
});
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const YESTERDAY = "活-2026-002";
const report = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  const [done] = await city.person(name).says("对");
  expect(done?.kind).toBe("report.filed");
  return /履-2026-\d+/u.exec(done?.text ?? "")?.[0] ?? "";
};
const register = async (words: string): Promise<void> => {
  await city.person("刘敏").says(`到会 ${YESTERDAY} ${words}`);
  await city.person("刘敏").taps("对,登记");
};
const finalise = async (): Promise<string> =>
  (await city.person("刘敏").says(`定稿 ${YESTERDAY}`))[0]?.text ?? "";
const LOOK = "登记了缺席，却有人报过当天参加";

describe("a clerk who makes a register final reads who says otherwise", () => {
  test("of one who reported it himself, and of whom a colleague says it too", async () => {
    const own = await report("罗文军", "昨天上午参加了小组活动");
    const hers = await report("王芳", "昨天上午和罗文军参加了小组活动");
    await register("除罗文军外全到");
    const card = await finalise();
    expect(card).toContain(LOOK);
    expect(card).toContain(`罗文军：报过 ${own}，王芳代表也说有他(${hers})`);
    expect(card).toContain(`先改登记，比如：到会 ${YESTERDAY} 罗文军到会`);
    await register("罗文军到会");
    expect(await finalise()).not.toContain(LOOK);
  });

  test("of one whom only a colleague names", async () => {
    const hers = await report("王芳", "昨天和罗文军一起参加了代表小组活动");
    await register("除罗文军外全到");
    expect(await finalise()).toContain(`罗文军：王芳代表说有他(${hers})`);
  });

  test("before the yes, also of what came in since the card: nobody is warned meanwhile", async () => {
    await register("除罗文军外全到");
    expect(await finalise()).not.toContain(LOOK);
    await report("王芳", "昨天和罗文军一起参加了小组活动");
    const [again] = await city.person("刘敏").taps("对,定稿");
    expect(again?.kind).toBe("sure.finalise");
    expect(again?.text).toContain(LOOK);
    const [done] = await city.person("刘敏").taps("对,定稿");
    expect([done?.kind, done?.text]).toEqual(["attendance.answer", expect.stringContaining("定稿")]);
  });
});

describe("nothing is said", () => {
  test("of visits on the same day, of another day, and of one who came", async () => {
    await report("罗文军", "昨天走访黄连村3户");
    await report("李明", "9月10日参加了小组活动");
    await report("王芳", "昨天参加了小组活动");
    await register("除罗文军、李明外全到");
    expect(await finalise()).not.toContain(LOOK);
  });

  test("of one who said that he was not there", async () => {
    await report("王芳", "昨天和罗文军一起参加了代表小组活动");
    await city.person("罗文军").says("我不在");
    await register("除罗文军外全到");
    expect(await finalise()).not.toContain(LOOK);
  });
});
