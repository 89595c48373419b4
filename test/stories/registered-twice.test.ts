import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

// The congress meets on 28 December; 孙丽 of the office registers the new term, and finds that something was wrong.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-08T10:00:00+08:00");
});
afterEach(() => city.close());

const office = () => city.person("孙丽");
const registers = async (said: string): Promise<string> => {
  await office().says(said);
  return answerTo(office(), "对");
};
/** The stretches that somebody sits in the district's congress: those that run on no day are none. */
const seats = (name: string) =>
  city.database.db.execute(sql`select m.term, m.valid_from::text "from", m.valid_to::text "to" from mandates m
    join people p on p.id = m.person_id where p.name = ${name} and m.level = 'district'
      and (m.valid_to is null or m.valid_to >= m.valid_from) order by m.valid_from`);
const AGAIN = "换届 十九届 12月28日 全部连任";

test("a new term said twice is not registered twice, and says how to undo it", async () => {
  expect(await registers(AGAIN)).toContain("登记好了");
  const before = await seats("王芳");
  for (const said of [AGAIN, "换届 十九届 12月28日 除李明外全部连任"])
    expect(await answerTo(office(), said)).toContain("已经登记过了");
  expect(await seats("王芳")).toEqual(before);
});

test("of two cards of one new term the older one's yes registers, and the other's does nothing", async () => {
  const [first] = await office().says(AGAIN);
  const [second] = await office().says(AGAIN);
  const [done] = await office().tapsId(first?.choices[0]?.id ?? "");
  expect(done?.text).toContain("登记好了");
  const [again] = await office().tapsId(second?.choices[0]?.id ?? "");
  expect(again?.text).toContain("已经办过了");
  expect(await seats("王芳")).toHaveLength(2);
});

test("the button under a new term undoes that one: what was registered since is named, and goes first", async () => {
  const before = await seats("李明");
  await office().says(AGAIN);
  const [done] = await office().says("对");
  const button = done?.choices.find((one) => one.label.includes("撤销"))?.id ?? "";
  await registers("暂停 李明 12月15日");
  const [first] = await office().tapsId(button);
  for (const piece of ["李明", "暂停", "先撤销后面那一次"]) expect(first?.text).toContain(piece);
  await office().taps("撤销后面那次");
  expect(await answerTo(office(), "对")).toContain("撤销好了");
  const [card] = await office().tapsId(button);
  expect(card?.text).toContain("换届");
  await office().says("对");
  expect(await seats("李明")).toEqual(before);
});

test("撤销变动 换届 means the new term, whatever was registered after it", async () => {
  const before = await seats("王芳");
  await registers(AGAIN);
  await registers("补选张三为羊昌镇代表 12月1日");
  expect(await answerTo(office(), "撤销变动 换届")).toContain("换届");
  await office().says("对");
  expect(await seats("王芳")).toEqual(before);
  expect(await seats("张三")).toHaveLength(1);
});

test("whoever resigns after the new term was registered does not come back with it", async () => {
  await registers(AGAIN);
  const both = await seats("李明");
  const card = await answerTo(office(), "接受辞职 李明 12月5日");
  expect(card).toContain("已登记的下一段任职同时取消");
  const [done] = await office().says("对");
  expect(await seats("李明")).toMatchObject([{ to: "2026-12-05" }]);
  await office().tapsId(done?.choices.find((one) => one.label.includes("撤销"))?.id ?? "");
  expect(await answerTo(office(), "对")).toContain("撤销好了");
  expect(await seats("李明")).toEqual(both);
});
