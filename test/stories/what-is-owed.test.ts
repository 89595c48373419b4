import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-08T10:05:00+08:00");
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterEach(() => city.close());

const WAYS = ["应办", "我的履职", "我还欠什么没交", "今年还有什么要做的"];

/** What an answer lists as owed: the lines that name a day. */
const owed = async (name: string, said: string): Promise<readonly string[]> => {
  const [answer] = await city.person(name).says(said);
  return (answer?.text ?? "").split("\n").filter((line) => /(?:月\d+日\(周.\))(?:前|已到期)/u.test(line));
};

test("whatever a deputy calls it, what he owes is one and the same list", async () => {
  const first = await owed("吴红梅", "应办");
  expect(first).toHaveLength(4);
  for (const said of WAYS) expect(await owed("吴红梅", said)).toEqual(first);
});

test("what he did a moment ago is owed no more, however he asks, and what is left of it is counted", async () => {
  const wu = city.person("吴红梅");
  await wu.says("昨天走访新堡村3户");
  await wu.says("对");
  for (const said of WAYS)
    expect((await owed("吴红梅", said)).join()).toContain(
      "每年至少两次接待或走访选民，12月31日(周四)前，还差1次",
    );
  await wu.says("12月3日走访新堡村4户");
  await wu.says("对");
  for (const said of WAYS) expect((await owed("吴红梅", said)).join()).not.toContain("接待或走访");
});

test("what is late is called late in every answer", async () => {
  city.now = at("2026-12-21 10:05");
  for (const said of WAYS) {
    const lines = (await owed("李明", said)).join();
    expect(lines).toContain("年度履职自评，12月10日(周四)已到期");
    expect(lines).toContain("年度履职报告，12月20日(周日)已到期");
  }
});

test("what was handed in and waits is told so in every answer", async () => {
  await city.person("李明").says("提交自评 今年走访选民40户,提建议两件");
  await city.person("李明").says("对");
  for (const said of WAYS)
    expect((await owed("李明", said)).join()).toContain("年度履职自评，12月10日(周四)前(已交，等收下)");
});

test("待办 counts what 应办 lists, at once, whatever was written down by then", async () => {
  const count = async (): Promise<number> =>
    Number(/要完成的事项(\d+)项/u.exec((await city.person("吴红梅").says("待办"))[0]?.text ?? "")?.[1] ?? 0);
  expect(await count()).toBe((await owed("吴红梅", "应办")).length);
  for (const said of ["昨天走访新堡村3户", "12月3日走访新堡村4户"]) {
    await city.person("吴红梅").says(said);
    await city.person("吴红梅").says("对");
  }
  expect(await count()).toBe(3);
  expect(await owed("吴红梅", "应办")).toHaveLength(3);
});

test("in January what was not done of the year before is listed with how much of it is missing", async () => {
  city.now = at("2027-01-04 10:05");
  await runAt(city.database.db, "deadline-reminders", city.now);
  const wu = city.person("吴红梅");
  const left = async () => (await wu.says("应办")).find((one) => one.kind === "obligation.answer")?.text;
  expect(await left()).toContain("每年至少两次接待或走访选民，2026年12月31日(周四)已到期，还差2次");
  await wu.says("2026年12月29日走访新堡村3户");
  await wu.says("对");
  expect(await left()).toContain("每年至少两次接待或走访选民，2026年12月31日(周四)已到期，还差1次");
});
