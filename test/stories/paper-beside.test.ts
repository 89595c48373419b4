import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const handIn = async (name: string): Promise<void> => {
  await say(name, "提交履职自评 今年走访群众40户,参加会议3次");
  await city.person(name).taps("对,交上");
};
const states = async () => {
  const [row] = await city.database.db.execute<{ states: string }>(sql`
    select string_agg(coalesce(s.decision, 'waits'), ',' order by s.id) states
    from submissions s join people p on p.id = s.person_id where p.name = '王芳'`);
  return row?.states;
};
const ENTER = "王芳的自评交的是纸质的,帮她登记一下";

beforeEach(async () => {
  warmReader();
  city = await openCity("2026-12-09T09:00:00+08:00");
  await runAt(city.database.db, "deadline-reminders", at("2026-12-09 09:00"));
});
afterEach(() => city.close());

test("where a report waits that was handed in here, whoever enters one on paper hears that it takes its place", async () => {
  expect(await say("刘敏", ENTER)).not.toContain("代替");
  await city.person("刘敏").taps("不用了");
  await handIn("王芳");
  expect(await say("刘敏", ENTER)).toContain("本人在这里交过一份，还没有收下，纸质的代替它");
  expect(await states()).toBe("waits");
  await city.person("刘敏").taps("对,登记收下");
  expect(await states()).toBe("replaced,accepted");
});

test("what the deputy hands in after the look is looked at before a yes puts it aside", async () => {
  await say("刘敏", ENTER);
  await handIn("王芳");
  const [card] = await city.person("刘敏").taps("对,登记收下");
  expect(card?.text).toContain("纸质的代替它");
  expect(await states()).toBe("waits");
});

test("a deputy whose town has no clerk hears that the office was told of the paper", async () => {
  await city.database.db.execute(
    sql`update staff_roles set valid_to = '2026-12-01' where role = 'township_clerk'`,
  );
  expect(await say("罗文军", "自评我交的纸质的")).toContain("已告诉代表工委");
  await eventually(() => expect(heardOf(city.person("孙丽"), "obligation.said-on-paper")).toHaveLength(1));
});
