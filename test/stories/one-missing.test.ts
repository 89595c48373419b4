import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// Two activities of 羊昌镇 wait for their registers; the later one is of today.
let city: City;
let number = "";
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-09-29T10:00:00+08:00");
  await clerk().says("发布活动 9月30日上午9点 羊昌镇代表小组 小组活动");
  number = /活-\d+-\d+/u.exec((await clerk().says("对"))[0]?.text ?? "")?.[0] ?? "";
  await city.database.db.execute(sql`update activities set state = 'cancelled' where number <> ${number}`);
  city.now = new Date("2026-09-30T11:30:00+08:00");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

test.each([
  "今天来了4个,差罗文军",
  "来了4个,就差罗文军",
  "今天的活动到了4个人,缺罗文军",
  "5个人来了4个,差罗文军一个",
  "上午的活动就差罗文军没来",
])("%s: who is missing is all who are", async (said) => {
  const [card] = await clerk().says(said);
  expect(card?.kind).toBe("sure.register");
  for (const piece of ["到会4人", "缺席1人：罗文军"]) expect(card?.text).toContain(piece);
  await clerk().says("不用了");
});

test("who is named behind how many came is who came", async () => {
  const [card] = await clerk().says("今天来了2个:李明、王芳,其他都没来");
  expect(card?.kind).toBe("sure.register");
  for (const piece of ["到会2人：李明、王芳", "缺席3人"]) expect(card?.text).toContain(piece);
  await clerk().says("不用了");
});

test.each(["还差罗文军的自评", "差罗文军一份报告", "今天走访来了4个群众,差罗文军"])(
  "%s is no register",
  async (said) => {
    expect((await clerk().says(said)).map((one) => one.kind)).not.toContain("sure.register");
    await clerk().says("都不要了");
  },
);

test("a bare 定稿 is of the register that was written just now, and else shows what waits", async () => {
  await clerk().says("今天来了4个,差罗文军");
  await clerk().says("对");
  const [card] = await clerk().says("定稿");
  expect(card?.kind).toBe("sure.finalise");
  expect(card?.text).toContain("罗文军");
  await clerk().says("不用了");
  await clerk().says(number);
  expect((await clerk().says("定稿"))[0]?.kind).toBe("figures.todo-list");
});
