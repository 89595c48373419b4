import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// On Friday 25 September 羊昌镇's group met; everybody was called by telephone, and nothing was written down here.
let city: City;
const clerk = () => city.person("刘敏");
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-09-30T10:00:00+08:00");
});
afterAll(() => city.close());
beforeEach(() => city.database.db.execute(sql`delete from dialogs`));

describe("an activity that was held without the program can be entered afterwards", () => {
  test.each([
    "补登一场活动:9月25日下午2点半代表小组活动,地点镇政府",
    "补登活动 9月25日下午2点半 羊昌镇代表小组活动 地点镇政府",
    "上周五下午两点半的代表小组活动没在这里发,帮我补登一下,地点镇政府",
    "帮我补录一下上周五下午2点半的羊昌镇代表小组活动,地点镇政府",
  ])("%s", async (said) => {
    const [card] = await clerk().says(said);
    expect(card?.kind).toBe("sure.publish");
    for (const piece of ["9月25日(周五) 14:30", "镇政府", "李明", "不给代表发通知"])
      expect(card?.text).toContain(piece);
    expect(card?.text).not.toContain("内容");
    await clerk().says("不用了");
  });

  test("what is missing is asked for, and a bare day is the one that was", async () => {
    expect(await answerTo(clerk(), "补登一场羊昌镇代表小组活动")).toContain("哪一天");
    expect(await answerTo(clerk(), "25号")).toContain("几点");
    expect(await answerTo(clerk(), "下午两点半")).toContain("9月25日(周五) 14:30");
    await clerk().says("不用了");
  });

  test("what is ahead is published, and not entered", async () => {
    expect(await answerTo(clerk(), "补登活动 2026-10-20 上午9点 羊昌镇代表小组活动")).toContain("还没到");
  });
});

test("a register of a day on which nothing was says that it can be entered", async () => {
  const answer = await answerTo(
    clerk(),
    "上周五下午两点半在镇里开了代表小组活动,李明、王芳、陈建国到了,杨秀英和罗文军没来",
  );
  expect(answer).toContain("补登活动 9月25日");
});

test("nobody is called to it, it is marked, and who has no notice on record is absent without consequence", async () => {
  let answer = "";
  const told = await toldWhile(city.person("罗文军"), async () => {
    await clerk().says("补登一场活动:9月25日下午2点半代表小组活动,地点镇政府");
    answer = await answerTo(clerk(), "对");
  });
  expect(told).toBe("");
  const number = /活-\d+-\d+/u.exec(answer)?.[0] ?? "";
  for (const piece of ["已补登", "不给代表发通知", "没有通知记录的人缺席，不算"])
    expect(answer).toContain(piece);
  expect(await answerTo(clerk(), number)).toContain("事后补登");
  // 杨秀英 was told by telephone, on the 20th; of 罗文军 nothing is on record.
  expect(await answerTo(clerk(), `已通知 ${number} 杨秀英 电话 9月20日`)).toContain("杨秀英");
  await clerk().says(`到会 ${number} 除杨秀英、罗文军外全到`);
  await clerk().says("对");
  const card = await answerTo(clerk(), `定稿 ${number}`);
  expect(card).toMatch(/没有通知[^\n]*罗文军/u);
  await clerk().says("对");
  const [row] = await city.database.db.execute<{ names: string }>(sql`
    select string_agg(p.name, ',') names from absence_notices n join people p on p.id = n.person_id
      join activities a on a.id = n.activity_id where a.number = ${number}`);
  expect(row?.names).toBe("杨秀英");
  expect(await answerTo(clerk(), "补登一场活动:9月25日下午3点代表小组活动")).toContain("已经发布了");
});

test("an activity of the morning is another than that of the same afternoon, and is entered", async () => {
  const card = await answerTo(clerk(), "补登一场活动:9月25日上午9点代表小组活动,地点镇政府");
  expect(card).toContain("9月25日(周五) 09:00");
  expect(await answerTo(clerk(), "对")).toContain("已补登");
  expect(await answerTo(clerk(), "补登一场活动:9月25日上午10点代表小组活动")).toContain("已经发布了");
});

test.each(["补登9月25日的考勤", "补登一条走访"])("%s enters no activity", async (said) => {
  const kinds = (await clerk().says(said)).map((one) => one.kind);
  for (const kind of ["sure.publish", "activity.question"]) expect(kinds).not.toContain(kind);
  await clerk().says("都不要了");
});
