import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";
import { waitUntil } from "#test/support/wait.ts";

// Two deputies called 李明 in one town, with the office's numbers D101 and D102, both handed in the year's self-review.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-12T09:05:00+08:00");
  await city.database.db.execute(sql`update people set code = 'D101' where name = '李明'`);
  await city.database.db.execute(sql`update people set name = '李明', code = 'D102' where name = '王芳'`);
  await runAt(city.database.db, "deadline-reminders", city.now);
  for (const [who, words] of [
    ["liming", "今年走访选民40户"],
    ["wangfang", "今年接待选民70人"],
  ] as const) {
    await city.person(who).says(`提交年度履职自评 ${words}`);
    await city.person(who).says("对");
  }
  await waitUntil(() => handedIn().length === 2);
});
afterEach(() => city.close());

const clerk = () => city.person("刘敏");
const handedIn = () =>
  clerk()
    .heard()
    .filter((one) => one.kind === "obligation.handed-in");
const says = async (words: string): Promise<string> => (await clerk().says(words))[0]?.text ?? "";
const taps = async (label: string): Promise<string> => (await clerk().taps(label))[0]?.text ?? "";
const states = async (): Promise<readonly string[]> => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select p.code || ' ' || b.state said from obligations b join people p on p.id = b.person_id
    where b.rule = 'self_review' and p.code is not null and p.name = '李明' order by p.code`);
  return rows.map((row) => row.said);
};

test("by name alone the clerk is asked which, and the tap decides on that one only", async () => {
  expect(await says("接收 李明 自评")).toContain("有2位李明都交了");
  expect(await states()).toEqual(["D101 submitted", "D102 submitted"]);
  expect(await taps("李明(编号D102，羊昌镇代表小组)")).toContain("已收下");
  expect(await states()).toEqual(["D101 submitted", "D102 accepted"]);
});

test("with the number it is read, sent back with its reason, and taken at once", async () => {
  expect(await says("查看 李明D102 自评")).toContain("接待选民70人");
  expect(await says("退回 李明D101 自评 请补充户数")).toContain("已退回");
  await waitUntil(() =>
    city
      .person("liming")
      .heard()
      .some((one) => one.text.includes("“请补充户数”")),
  );
  expect(await states()).toEqual(["D101 returned", "D102 submitted"]);
  expect(await says("接收 李明 d102 自评")).toContain("已收下");
});

test("a place that both are from tells them not apart, a reason is kept until it is said which", async () => {
  expect(await says("退回 李明 羊昌镇 自评 请补充户数")).toContain("是哪一位");
  expect(await taps("李明(编号D101，羊昌镇代表小组)")).toContain("已退回");
  expect(await states()).toEqual(["D101 returned", "D102 submitted"]);
});

test("the buttons under what was handed in mean whose it is", async () => {
  const own = handedIn().find((one) => one.text.includes("接待选民70人"));
  const id = (label: string): string => own?.choices.find((one) => one.label === label)?.id ?? "";
  expect((await clerk().tapsId(id("看全文")))[0]?.text).toContain("接待选民70人");
  expect((await clerk().tapsId(id("收下")))[0]?.text).toContain("已收下");
  expect(await states()).toEqual(["D101 submitted", "D102 accepted"]);
});
