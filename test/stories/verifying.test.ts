import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  for (let day = 1; day <= 11; day += 1) {
    await city.person("李明").says(`9月${day}日走访黄连村${day}户`);
    await city.person("李明").says("对");
  }
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const office = () => city.person("孙丽");
const verified = async (): Promise<number> =>
  (
    await city.database.db.execute<{ n: number }>(
      sql`select count(*)::int4 n from duty_records where state = 'verified' and source = 'chat'`,
    )
  )[0]?.n ?? 0;

test("a list longer than the card shows some, says how many more there are, and a yes means those alone", async () => {
  const [list] = await clerk().says("待核实");
  expect(list?.text).toContain("待核实11条，先看8条");
  expect(list?.text).toContain("其余3条接着给您看");
  expect(list?.text.match(/履-2026-\d+/gu)).toHaveLength(8);
  expect(list?.text.length).toBeLessThanOrEqual(300);
  expect(list?.text.split("\n").length).toBeLessThanOrEqual(16);
});

test("one that the deputy changed meanwhile is not verified, and comes again with the rest", async () => {
  await city.person("李明").says("改 履-2026-00003 数量 30户");
  const [next] = await clerk().says("全部核实");
  expect(next?.kind).toBe("sure.verify");
  expect(next?.text).toContain("已核实7条");
  expect(next?.text).toContain("刚才有改动，没有核实，请再看：履-2026-00003");
  expect(next?.text).toContain("待核实4条");
  expect(next?.text).toContain("30户");
  expect(await verified()).toBe(7);
});

test("two press at once: what one has verified the other is told of, with who did it", async () => {
  await office().says("核实 全部 羊昌镇 本月");
  const [done] = await clerk().taps("对,核实这4条");
  expect(done?.text).toContain("已核实4条");
  const [late] = await office().taps("对,核实这4条");
  expect(late?.text).toContain("没有核实任何一条");
  expect(late?.text).toContain("刘敏已核实过");
  expect(await verified()).toBe(11);
  const [twice] = await clerk().taps("对,核实这4条");
  expect(twice?.kind).toBe("help.stale");
});

test("one number is read back with whose it is and what", async () => {
  await city.person("李明").says("昨天走访平寨村6户");
  const number = (await city.person("李明").says("对"))[0]?.number ?? "";
  const [done] = await clerk().says(`核实 ${number}`);
  for (const piece of [number, "李明", "6户", `退回 ${number}`]) expect(done?.text).toContain(piece);
});
