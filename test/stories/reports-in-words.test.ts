import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeEach(async () => {
  warmReader();
  city = await openCity("2026-12-08T10:05:00+08:00");
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterEach(() => city.close());

const says = async (name: string, said: string) => (await city.person(name).says(said))[0];

test("a deputy who writes 自评 and a colon hands it in, and the clerk takes it in words of her own", async () => {
  await says("李明", "自评:今年走访群众40户,提建议2件,参加活动5次");
  await says("李明", "对");
  expect((await says("刘敏", "李明的自评太简单了,退回去补充户数"))?.text).toContain("已退回：李明代表");
  expect(
    await seen(() =>
      city
        .person("李明")
        .heard()
        .find((one) => one.text.includes("太简单了")),
    ),
  ).toBeDefined();
  await says("李明", "我的自评:今年走访群众46户,其中黄连村30户,提建议2件");
  await says("李明", "对");
  expect((await says("刘敏", "收下李明自评"))?.text).toContain("已收下：李明代表");
});

test.for(["未交自评", "未交述职"])("%s lists who owes it, though no blank stands in it", async (said) => {
  expect((await says("刘敏", said))?.text).toMatch(/年度履职自评.*还差5人|述职/u);
});

test("a year that the list of what is owed does not heed is named", async () => {
  const answer = await says("刘敏", "未交 去年");
  expect([answer?.kind, answer?.text.includes("去年")]).toEqual(["figures.not-heeded", true]);
});
