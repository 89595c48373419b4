import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

const START = "2026-11-20T10:00:00+08:00";
const city: City = await openCity(START);
afterAll(() => city.close());

const publish = async (on: string, kind: string): Promise<string> => {
  const clerk = city.person("刘敏");
  await clerk.says(`发布活动 ${on}上午9点 羊昌镇代表小组 ${kind}`);
  return (await clerk.says("对"))[0]?.number ?? "";
};
const later = (minutes: number): void => {
  city.now = new Date(+city.now + minutes * 60_000);
};
const deputy = () => city.person("王芳");

let older: string;
let newest: string;
beforeEach(async () => {
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  city.now = new Date(START);
  older = await publish("11月26日", "小组活动");
  later(30);
  newest = await publish("11月28日", "培训");
});

test.each(["参加", "我参加", "好的我参加"])(
  "%s right under a new notice means that one, says so, and how to name the other",
  async (words) => {
    later(3);
    const heard = await answerTo(deputy(), words);
    expect(heard).toContain(`记下您参加：${newest}`);
    expect(heard).toContain(`如 参加 ${older}`);
  },
);

test("twenty minutes later, after another message, or beside another new notice, she is asked which", async () => {
  later(20);
  expect(await answerTo(deputy(), "参加")).toContain("参加哪一场？");
  await publish("11月29日", "视察");
  await deputy().says("帮助");
  expect(await answerTo(deputy(), "参加")).toContain("参加哪一场？");
});

test("two notices within the ten minutes: she is asked which", async () => {
  later(3);
  await publish("11月29日", "视察");
  expect(await answerTo(deputy(), "参加")).toContain("参加哪一场？");
});

test("whoever names a day means what is on that day", async () => {
  later(3);
  expect(await answerTo(deputy(), "26号我来")).toContain(`记下您参加：${older}`);
});
