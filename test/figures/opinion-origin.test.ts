import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { tableOf } from "#test/support/table-of.ts";

// An opinion leads back to where it was heard, and to the deputy who brought it, where staff look after both.

let city: City;
let number = "";
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  await tell("李明", "12月1日走访黄连村6户,群众反映垃圾没人清运");
  number = /意-2026-\d+/u.exec(await tell("李明", "对"))?.[0] ?? "";
});
afterAll(() => city.close());

const tell = (name: string, words: string) => answerTo(city.person(name), words);

test.for(["", "是哪个代表报的", "谁反映的", "在哪个村", "是哪次走访听到的", "什么时候登记的", " 怎么样了"])(
  "%s behind its number: the day, the deputy, the record and the place",
  async (words) => {
    const answer = await tell("刘敏", `${number}${words}`);
    expect(answer).toContain("12月2日(周三)登记，李明代表(履-2026-00001)，地点黄连村");
  },
);

test("who brought it reads nothing of where it comes from, and who does not look after it nothing at all", async () => {
  expect(await tell("李明", number)).not.toContain("登记，");
  expect(await tell("赵勇", `${number}是哪个代表报的`)).not.toMatch(/李明|黄连村/u);
});

test("what is said of it beside its number is no question of where it comes from", async () => {
  expect(await tell("刘敏", `${number}转给城管局`)).not.toContain("(周三)登记");
});

test("its table has the place of the visit, the deputy and the record", async () => {
  const { lines } = await tableOf(city, "刘敏", "导出 意见");
  expect(lines[0]).toMatchObject({ 地点: "黄连村", 代表: "李明", 履职编号: "履-2026-00001" });
});
