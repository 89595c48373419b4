import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-15T10:00:00+08:00");
});
afterEach(() => city.close());

const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);

test("whoever was not elected again still hands in the yearly report that fell due before", async () => {
  await runAt(city.database.db, "deadline-reminders", at("2026-12-15 10:05"));
  await say("孙丽", "换届 十九届 12月28日 除李明外全部连任");
  await say("孙丽", "对");
  city.now = at("2027-01-05 10:00");
  const look = await say("李明", "提交履职报告 今年走访选民40户,提建议2件");
  expect(look).toContain("年度履职报告");
  expect(await say("李明", "对")).toContain("年度履职报告交上了");
});
