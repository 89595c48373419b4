import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.person("李明").says("昨天走访黄连村12户");
  await city.person("李明").says("对");
});
afterAll(() => city.close());

const records = () =>
  city.database.db.execute<{ place: string; narrative: string; days: string }>(sql`
    select place, narrative, starts_on || '..' || ends_on days from duty_records where state <> 'withdrawn'
    order by id`);

test("what is wrong about oneself changes no report", async () => {
  for (const line of ["我住的地方写错了", "我的电话登记错了"]) {
    const [answer] = await city.person("李明").says(line);
    expect([line, answer?.kind]).toEqual([line, "data.correction-empty"]);
  }
  const [asked] = await city.person("李明").says("我换电话号码了 现在是13911113333");
  expect(asked?.kind).toMatch(/^data\./u);
  expect((await records())[0]).toMatchObject({ place: "黄连村", narrative: "昨天走访黄连村12户" });
});

test("that a place is wrong is no place: what is right is asked for", async () => {
  const [answer] = await city.person("李明").says("地点写错了");
  expect(answer?.kind).not.toBe("report.amended");
  expect((await records())[0]).toMatchObject({ place: "黄连村" });
});

test("two days that are neighbours are one stretch of days, in whatever order they are said", async () => {
  const wang = city.person("王芳");
  const [card] = await wang.says("我上个礼拜天和上礼拜六都下村了,走访平寨村18户");
  expect(card?.text).toContain("9月12日(周六)至9月13日(周日)");
  await wang.says("对");
  expect((await records()).at(-1)).toMatchObject({ days: "2026-09-12..2026-09-13", place: "平寨村" });
  const [forward] = await wang.says("9月7日和8日走访黄连村6户");
  expect(forward?.text).toContain("9月7日(周一)至9月8日(周二)");
  await wang.says("不记了");
});

test("three bags of rice are no three papers", async () => {
  const [card] = await city.person("陈建国").says("今天上午去平寨村慰问困难户,送了米面油三份");
  expect(card?.text).not.toContain("篇");
});

test("what is said of the program is kept as feedback, and who asks where words go hears it", async () => {
  const zhou = city.person("周志强");
  for (const line of ["太难用了字太小", "你们这个小程序老是卡", "字太小了看不清"])
    expect([line, (await zhou.says(line))[0]?.kind]).toEqual([line, "feedback.left"]);
  for (const line of ["你们把我的话存在哪里 会不会给别人看", "我说的这些会不会被别人知道"])
    expect([line, (await zhou.says(line))[0]?.kind]).toEqual([line, "help.privacy"]);
  expect((await zhou.says("群众反映黄连村的公示栏字太小"))[0]?.kind).toBe("report.card");
  await zhou.says("不记了");
});

test("a day of another month is asked for without taps that are certainly wrong", async () => {
  const zhou = city.person("周志强");
  for (const line of ["上个月走访了7户", "2月30号走访了5户", "去年12月走访了七户"]) {
    const [asked] = await zhou.says(line);
    expect([line, asked?.kind, asked?.choices.map((one) => one.label)]).toEqual([
      line,
      "report.question",
      [],
    ]);
    expect(asked?.text).toContain("几月几号");
    await zhou.says("不记了");
  }
});

test("words that only own to a mistake ask which record they mean, and repeating is no taking back", async () => {
  const hong = city.person("吴红梅");
  await hong.says("昨天走访麦坪村6户");
  await hong.says("对");
  const [which] = await hong.says("我记错了那天没去");
  expect(which?.kind).toBe("report.which");
  await hong.taps(which?.choices[0]?.label ?? "");
  expect((await records()).filter((one) => one.place === "麦坪村")).toEqual([]);
  await hong.says("昨天走访麦坪村6户");
  await hong.says("对");
  await hong.says("我的履职");
  expect((await hong.says("那条不要了"))[0]?.kind).toBe("report.which");
  expect((await hong.says("刚才那个再记一遍"))[0]?.kind).not.toBe("report.withdrawn");
  expect((await records()).filter((one) => one.place === "麦坪村")).toHaveLength(1);
});

test("each of several is no sum: how many in all is asked for", async () => {
  const [asked] = await city.person("罗文军").says("昨天走访石关村、黄连村各5户");
  expect(asked?.text).toContain("数量是多少");
  const [card] = await city.person("罗文军").says("10户");
  expect(card?.text).toContain("10户");
});

test("who was marked absent and says so in plain words objects, and who is lost is shown what can be done", async () => {
  const yang = city.person("杨秀英");
  await runAt(city.database.db, "absence-warnings", city.now);
  const [shown] = await yang.says("我那天在会场的,坐后排");
  expect(shown?.text).toContain("活-2026-001");
  const answers = await yang.says("对");
  expect(answers.map((one) => one.text).join("\n")).toMatch(/异议已收到.*活-2026-001/u);
  for (const line of ["我看不懂", "慢点说", "咋个弄"])
    expect([line, (await city.person("韦国良").says(line))[0]?.kind]).toEqual([line, "help.menu"]);
});

test("to sit and talk with the old is no opinion", async () => {
  const zhou = city.person("周志强");
  const [asked] = await zhou.says("昨天去平寨村敬老院看望老人,陪他们说了说话,有位老人说院里热水器坏了一个月");
  expect(asked?.text).not.toContain("说话");
  // A water heater in a home for the old: what kind of matter that is may be asked.
  const [next] = asked?.kind === "report.card" ? [asked] : await zhou.says("民政养老救助");
  const [card] = next?.kind === "report.card" ? [next] : await zhou.says("3人");
  expect(card?.kind).toBe("report.card");
  expect(card?.text).not.toContain("说话");
  expect(card?.text).toContain("热水器坏了一个月");
  await city.person("周志强").says("不记了");
});
