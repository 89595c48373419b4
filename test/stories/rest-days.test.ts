import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-08T09:00:00+08:00");
  await say("发布活动 9月10日下午3点 羊昌镇代表小组 小组活动");
  await say("对");
});
afterAll(() => city.close());

const ACTIVITY = "活-2026-005";
const say = (words: string): Promise<string> => answerTo(city.person("刘敏"), words);

test.each([
  ["9月26日上午9点", "这天是周末"],
  ["10月1日下午3点", "这天放假"],
  ["9月20日上午9点", "这天是周末，调休要上班"],
])("a clerk who would call them for %s hears that %s", async (when, note) => {
  expect(await say(`发布活动 ${when} 羊昌镇代表小组 小组活动`)).toContain(note);
  await say("算了");
  expect(await say(`改活动 ${ACTIVITY} ${when}`)).toContain(note);
  await say("算了");
});

// The official table of 2028 is nobody's yet: a weekend may be worked there, and what the law sets is off all the same.
test.each([
  ["2028年9月23日上午9点", "这天是周末，那年的放假安排还没有，上不上班请核对"],
  ["2028年10月2日下午3点", "这天放假"],
])("of a year without official days %s is told to be %s, and not guessed", async (when, note) => {
  expect(await say(`发布活动 ${when} 羊昌镇代表小组 小组活动`)).toContain(note);
  await say("算了");
});

test("of a weekday in such a year, which may be worked or not, nothing is said", async () => {
  const card = await say("发布活动 2028年9月20日下午3点 羊昌镇代表小组 小组活动");
  expect(card).toContain("9月20日(周三)");
  for (const guess of ["周末", "放假", "注意", "工作日"]) expect(card).not.toContain(guess);
  await say("算了");
});

test("a working day wants no note", async () => {
  expect(await say("发布活动 9月21日上午9点 羊昌镇代表小组 小组活动")).not.toContain("注意");
  await say("算了");
});

test.each([`改活动 ${ACTIVITY} 9月21日上午`, "9月10号的活动改到21号上午"])(
  "%s, of what is in the afternoon, is asked for its hour",
  async (words) => {
    expect(await say(words)).toContain("几点开始");
  },
);

test("the hour stays where the part of the day that was said has it", async () => {
  expect(await say(`改活动 ${ACTIVITY} 9月21日下午`)).toContain("9月21日(周一) 15:00");
  await say("算了");
});

// Nobody knows yet which weekends of 2028 are worked: whoever nudges on one hears it, and on a working day does not.
test.each([
  ["2028-09-23T09:00:00+08:00", true],
  ["2028-09-22T09:00:00+08:00", false],
  ["2026-09-12T09:00:00+08:00", false],
])(
  "whoever nudges those who have not answered on %s is told that it may be no working day: %s",
  async (now, isTold) => {
    const unsure = await openCity(now);
    const clerk = unsure.person("刘敏");
    const year = now.slice(0, 4);
    await clerk.says(`发布活动 ${year}年9月28日下午3点 羊昌镇代表小组 小组活动`);
    const [receipt] = await clerk.says("对");
    const card = await answerTo(clerk, `催 ${receipt?.number}`);
    expect(card).toContain("还没答复");
    expect(card.includes("今天是周末，今年的放假安排还没有")).toBe(isTold);
    await unsure.close();
  },
);
