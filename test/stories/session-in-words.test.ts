import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  // The first call of all takes longest: its answer must not come in the place of the next one's.
  await city.person("刘敏").says("12月9日上午9点代表小组活动");
  await city.person("刘敏").says("不用了");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

const office = (said: string) => answerTo(city.person("孙丽"), said);
const HOURLESS = "区十届人大五次会议1月13日至16日召开,13日上午开幕会、下午分组审议,14日上午大会,16日上午闭幕";

test("a session in one sentence without hours is asked for them, and one answer fills them all", async () => {
  const asked = await office(HOURLESS);
  for (const piece of [
    "区十届人大五次会议还没有发布",
    "1月13日(周三)上午 全体会议",
    "1月13日(周三)下午 小组会议",
  ])
    expect(asked).toContain(piece);
  const card = await office("上午9点,下午2点半");
  for (const piece of [
    "区十届人大五次会议(乌当区)",
    "1月13日(周三) 09:00 全体会议",
    "1月13日(周三) 14:30 小组会议",
    "1月16日(周六) 09:00 全体会议",
  ])
    expect(card).toContain(piece);
});

test("the hour of one day is that day's alone, and what is still missing is asked again", async () => {
  await office(HOURLESS);
  const asked = await office("14日上午8点半");
  expect(asked).not.toContain("1月14日");
  const card = await office("上午9点,下午3点");
  for (const piece of ["1月14日(周四) 08:30", "1月13日(周三) 15:00", "1月16日(周六) 09:00"])
    expect(card).toContain(piece);
});

test("another question leaves it waiting, and a no lets it go", async () => {
  await office(HOURLESS);
  expect(await office("缺席 今年")).toContain("这几次几点开");
  expect(await office("不用了")).toContain("没有发布");
});

test("what stands nowhere on the card is named", async () => {
  const heard = await office(
    "乌当区第十八届人民代表大会第六次会议定于2027年1月12日在区会议中心召开,12日上午9点开幕,着正装,12日下午3点闭幕",
  );
  expect(heard).toContain("会议安排里没有记这些：着正装");
  expect(heard).toContain("1月12日(周二) 15:00 全体会议");
});

test("a sitting that does not say which it is is asked about", async () => {
  expect(await office("区十届人大五次会议1月13日召开,13日上午9点开幕,14日上午9点继续")).toContain(
    "没看懂会议安排",
  );
});

test.each([
  "12月9日上午9点羊昌镇代表小组学习区十届人大五次会议精神",
  "区十届人大五次会议昨天闭幕了,李明代表参加",
])("no session is called by %s", async (said) => {
  const kinds = (await city.person("孙丽").says(said)).map((one) => one.kind);
  for (const kind of ["sure.session", "session.hours", "session.unclear"]) expect(kinds).not.toContain(kind);
});
