import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await clerk().says("发布活动 9月28日上午9点 羊昌镇代表小组 小组活动");
  await clerk().says("对");
  await eventually(() => expect(heard("李明", "activity.invited")).toHaveLength(1));
  await city.person("李明").says("9月28日的活动请假,要去看病");
  await eventually(() => expect(heard("刘敏", "activity.leave-asked")).toHaveLength(1));
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const leaves = async (name: string): Promise<number> => {
  const rows = await city.database.db.execute(sql`
    select 1 from leaves l join people p on p.id = l.person_id where p.name = ${name}`);
  return rows.length;
};

test.each(["帮王芳请个假,她病了", "替王芳代表请假 她病了"])(
  "%s: a clerk hears that the deputy asks herself, and how the register has it; nothing is filed",
  async (said) => {
    const [answer] = await clerk().says(said);
    expect(answer?.text).toContain("请假由代表本人来说");
    expect(answer?.text).toContain("到会 活-2026-017 李明请假");
    expect(await leaves("王芳")).toBe(0);
  },
);

test("a deputy who asks leave for another has none filed for himself", async () => {
  const [answer] = await city.person("陈建国").says("帮王芳请个假,她病了");
  expect(answer?.text).toContain("请假要本人来说");
  expect([await leaves("陈建国"), await leaves("王芳")]).toEqual([0, 0]);
});

test.each(["批准李明请假", "同意李明代表的请假", "李明的假批准了", "准了李明的假"])(
  "%s: the wish is shown and asked about, as 准假 李明 is",
  async (said) => {
    const [asked] = await clerk().says(said);
    expect(asked?.text).toContain("准假，对吗？李明代表请假：生病");
    await clerk().says("不用");
  },
);

test.each(["准假", "全部准假", "都批了", "准假 全部"])(
  "%s: what waits is shown, and nothing granted",
  async (said) => {
    const [answer] = await clerk().says(said);
    expect(answer?.text).toContain("李明");
    expect(answer?.text).not.toContain("已准假");
  },
);

test("催一下没回的 asks of which activity, and a tap shows whom it would chase", async () => {
  const [asked] = await clerk().says("催一下没回的");
  for (const piece of ["催哪一场", "活-2026-003", "活-2026-005"]) expect(asked?.text).toContain(piece);
  const [card] = await clerk().taps(asked?.choices[1]?.label ?? "");
  expect(card?.kind).toBe("sure.nudge-answer");
  expect(card?.text).toContain("9月28日");
  await clerk().says("不用");
});

test("an activity that is off by its day alone is asked about first, and stays until the yes", async () => {
  const [asked] = await clerk().says("9月28日的会取消了");
  expect(asked?.kind).toContain("sure");
  expect(asked?.text).toContain("要取消吗？活-2026-005");
  await clerk().says("不用");
});

test("by its number it is asked about first", async () => {
  const [asked] = await clerk().says("活-2026-005的活动取消了");
  expect(asked?.kind).toContain("sure");
  await clerk().says("不用");
});
