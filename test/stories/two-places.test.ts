import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// On 9 December the office calls to an inspection at nine, and the group meets at half past nine and in the afternoon.
// 杨秀英 has one absence that counts already.
let city: City;
let inspection: string;
let group: string;
let later: string;
const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const SAME_TIME = "同一时间，别处也有登记";

beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  const publish = async (who: ReturnType<typeof clerk>, words: string): Promise<string> => {
    await who.says(words);
    return (await who.says("对"))[0]?.number ?? "";
  };
  inspection = await publish(office(), "发布活动 12月9日上午9点 羊昌镇 视察 地点龙井村");
  group = await publish(clerk(), "发布活动 12月9日上午9点半 羊昌镇代表小组 小组活动");
  later = await publish(clerk(), "发布活动 12月9日下午3点 羊昌镇代表小组 小组活动");
  city.now = new Date("2026-12-09T18:00:00+08:00");
  await office().says(`到会 ${inspection} 全到`);
  await office().says("对");
});
afterAll(() => city.close());

test("who is called absent and came elsewhere at that hour is named on the card of the register", async () => {
  const card = await answerTo(clerk(), `到会 ${group} 除杨秀英外全到`);
  expect(card).toContain(SAME_TIME);
  expect(card).toContain(`杨秀英：${inspection} 12月9日(周三)09:00`);
  expect(card).not.toContain("李明：");
  await clerk().says("对");
});

test("and is on the card before it is final, with nobody struck in silence: he or she and the office read it", async () => {
  expect(await answerTo(clerk(), `定稿 ${group}`)).toContain(SAME_TIME);
  await clerk().says("对");
  await eventually(() => expect(heardOf(office(), "absence.case")).toHaveLength(1));
  const told = `同一时间，杨秀英代表在别处登记到会：${inspection}`;
  expect(heardOf(office(), "absence.case")[0]?.text).toContain(told);
  expect(heardOf(city.person("杨秀英"), "absence.struck")[0]?.text).toContain(
    `同一时间，您在别处登记到会：${inspection}`,
  );
});

test("the other register of that hour, not final yet, says that she is absent there", async () => {
  expect(await answerTo(office(), `定稿 ${inspection}`)).toContain(`杨秀英：${group} 12月9日(周三)09:30`);
});

test("of what is in the afternoon nothing is said", async () => {
  expect(await answerTo(clerk(), `到会 ${later} 除罗文军外全到`)).not.toContain(SAME_TIME);
});
