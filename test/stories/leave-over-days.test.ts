import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// On Monday, 7 December, 王芳 is called to the 10th, and to the 14th and 16th of the week after.
let city: City;
const numbers: string[] = [];
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-07T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  for (const what of [
    "12月10日上午9点 羊昌镇代表小组 小组活动",
    "12月14日上午9点 羊昌镇代表小组 视察",
    "12月16日上午9点 羊昌镇代表小组 调研",
  ]) {
    await city.person("刘敏").says(`发布活动 ${what}`);
    numbers.push((await city.person("刘敏").says("对"))[0]?.number ?? "");
  }
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const say = (words: string) => answerTo(city.person("王芳"), words);

async function answers(): Promise<readonly (string | null)[]> {
  const rows = await city.database.db.execute<{ said: string | null }>(sql`
    select coalesce(l.reason, t.answer) said from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id
      left join leaves l on l.activity_id = a.id and l.person_id = p.id
    where p.name = '王芳' and a.state = 'planned' order by a.starts_at`);
  return rows.map((one) => one.said);
}

test.for([
  ["我12月9号到15号都在北京出差,这段时间的活动都来不了", ["business_trip", "business_trip", null]],
  ["12月9日至12月15日出差,请假", ["business_trip", "business_trip", null]],
  ["从明天到下周二我在外地,请假", ["other", "other", null]],
  ["12月9号-15号住院,活动请假", ["illness", "illness", null]],
  ["下周的活动我都请假,要做手术", [null, "illness", "illness"]],
  ["下周我要做手术,活动都参加不了", [null, "illness", "illness"]],
  ["下周的视察我请假,要做手术", [null, "illness", null]],
  ["这周的都参加,下周的不行,住院做手术", ["coming", "illness", "illness"]],
  ["我9号到15号要出门旅游,活动请假", ["other", "other", null]],
  ["10号要得,14号不得行,14号要走亲戚", ["coming", "family", null]],
  ["10号我在,14号我在娘家走亲戚,来不了", ["coming", "family", null]],
  ["除了14号的视察,其他我都参加", ["coming", null, "coming"]],
  ["这个月的活动我都参加", ["coming", "coming", "coming"]],
] as const)("%s: what lies within is meant, and nothing else", async ([words, kept]) => {
  const answer = await say(words);
  expect(await answers()).toEqual(kept);
  for (const [at, number] of numbers.entries()) if (kept[at] !== null) expect(answer).toContain(number);
});

test("why is said of one day alone: of the other it is asked, and what was said of that before stays", async () => {
  const asked = await say("10号14号两个都来不成,14号在贵阳开会");
  expect(asked).toContain("什么原因");
  expect(await answers()).toEqual([null, "official_meeting", null]);
  await say("家里老人住院");
  expect(await answers()).toEqual(["family", "official_meeting", null]);
  const again = await say("10号14号两个都来不成,14号在贵阳开会");
  expect(again).toContain(`${numbers[0] ?? ""} 您请了假，没有动`);
  expect(await answers()).toEqual(["family", "official_meeting", null]);
});

test("leave over days without a reason: it is asked for all of them", async () => {
  expect(await say("下周的活动我都请假")).toContain("什么原因");
  await say("要做手术");
  expect(await answers()).toEqual([null, "illness", "illness"]);
});

test("a week in which nothing is: that is said, and nothing is asked for", async () => {
  expect(await say("12月20号到25号我在北京出差,活动请假")).toContain("没有对上叫您去的活动");
  expect(await answers()).toEqual([null, null, null]);
});

test.each([
  "9号到15号我出差",
  "下周村里停水,大家来不了活动室",
  "下周去不了城里",
  "下周有什么活动",
  "10号我在村里修路,14号去",
  "9号到15号检查组要来,我去不了城里",
])("%s asks for no leave and promises nothing", async (words) => {
  await say(words);
  expect(await answers()).toEqual([null, null, null]);
});
