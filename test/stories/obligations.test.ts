import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAttachment } from "#db/queries/attachments.ts";
import { CARING_ROLES } from "#src/actions/rights.ts";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";

// Fifteen days before the self-reviews of the year are due, on 10 December.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T09:00:00+08:00");
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const heard = (name: string, kind: string) =>
  city
    .person(name)
    .heard()
    .filter((one) => one.kind === kind);
const run = async (job: "deadline-reminders" | "weekly-digest", moment: string) => {
  city.now = at(moment);
  await runAt(city.database.db, job, city.now);
};

const states = async (): Promise<string[]> =>
  (
    await city.database.db.execute<{ state: string }>(sql`select b.state from obligations b
      join people p on p.id = b.person_id where p.name = '李明' and b.rule = 'self_review'`)
  ).map((row) => row.state);

const find = (conversation: string) =>
  city.database.db.transaction((tx) =>
    findAttachment(tx, "file-1", conversation, { roles: CARING_ROLES, today: "2026-11-25" }),
  );

test("a deputy sees what is owed, and hands it in by one message and one tap", async () => {
  const [owed] = await city.person("李明").says("应办");
  expect(owed?.text).toContain("年度履职自评，12月10日(周四)前");
  const [look] = await city.person("李明").says("提交自评 今年走访选民40户,电话13812345678,提建议1件");
  expect(look?.text).toContain("要交年度履职自评(期限12月10日(周四))，是这样吗？");
  expect(look?.text).toContain("走访选民40户");
  expect(look?.text).not.toContain("13812345678");
  expect(await states()).toEqual(["open"]);
  const [done] = await city.person("李明").taps("对，交上");
  expect(done?.text).toContain("年度履职自评交上了");
  const [after] = await city.person("李明").says("应办");
  expect(after?.text).toContain("已交，等收下");
});

test("whoever takes it by the policy is told with what it says, without anybody's number", async () => {
  await eventually(() => expect(heard("刘敏", "obligation.handed-in")).toHaveLength(1));
  const [told] = heard("刘敏", "obligation.handed-in");
  expect(told?.text).toContain("走访选民40户");
  expect(told?.text).not.toContain("13812345678");
  expect(heard("孙丽", "obligation.handed-in")).toEqual([]);
  expect(heard("赵勇", "obligation.handed-in")).toEqual([]);
});

test("what was handed in is kept sealed", async () => {
  const [row] = await city.database.db.execute<{ plain: boolean }>(
    sql`select position('走访选民' in encode(text, 'escape')) > 0 plain from submissions`,
  );
  expect(row?.plain).toBe(false);
});

test("another town's clerk finds nothing to take, and nobody takes his own", async () => {
  const [foreign] = await city.person("赵勇").says("接收 李明 自评");
  const [missing] = await city.person("赵勇").says("接收 查无此 自评");
  expect(foreign?.text).toBe(missing?.text);
  const [deputy] = await city.person("王芳").says("接收 李明 自评");
  expect(deputy?.kind).toBe("help.refused");
});

test("sent back with a reason it is owed again, and can be handed in once more with a file", async () => {
  const [bare] = await clerk().says("退回 李明 自评");
  expect(bare?.text).toContain("理由");
  const [back] = await clerk().says("退回 李明 自评 请补充参加活动的情况");
  expect(back?.text).toContain("已退回");
  await eventually(() => expect(heard("李明", "obligation.came-back")).toHaveLength(1));
  expect(heard("李明", "obligation.came-back")[0]?.text).toContain("请补充参加活动的情况");
  const conversation = "web:demo:liming";
  const file = { id: "file-1", name: "自评.docx", type: "application/msword" };
  await city.database.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes)
    values (${file.id}, ${conversation}, ${file.name}, ${file.type}, 3, '\\x010203')`);
  const common = { channel: "web", bot: "demo", conversation, sender: conversation, sentAt: city.now };
  const body = { kind: "text", text: "提交 履职自评", attachments: [file] } as const;
  await city.service.accept({ ...common, externalId: "with-a-file", body });
  await eventually(() => expect(heard("李明", "sure.hand-in").at(-1)?.text).toContain("附1个文件"));
  await city.person("李明").taps("对，交上");
  await eventually(() => expect(heard("刘敏", "obligation.handed-in")).toHaveLength(2));
  const told = heard("刘敏", "obligation.handed-in")[1];
  expect(told?.text).toContain("重新交来");
  expect(told?.attachments).toEqual([file]);
});

test("the file opens for whoever takes it, and for nobody else", async () => {
  expect((await find("web:demo:clerk-yangchang"))?.name).toBe("自评.docx");
  for (const stranger of ["web:demo:clerk-dongfeng", "web:demo:wangfang", "web:demo:resident"])
    expect(await find(stranger)).toBeUndefined();
});

test("whoever reads the whole of it goes on from there: a tap takes it, a line sends it back", async () => {
  const [whole] = await clerk().says("查看 李明 自评");
  expect(whole?.choices.map((one) => one.label)).toEqual(["收下"]);
  expect(whole?.text).toContain("要退回请说：退回 李明 履职自评 理由");
});

test("taken by a tap it is done, and nobody is reminded of it any more", async () => {
  const [done] = await clerk().taps("收下");
  expect(done?.text).toContain("已收下");
  await eventually(() => expect(heard("李明", "obligation.accepted")).toHaveLength(1));
  for (const words of ["接收 李明 自评", "收下 李明 履职自评"]) {
    const [again] = await clerk().says(words);
    expect(again?.text).toContain("没有找到等您收的这份报告");
  }
  const before = heard("李明", "deadline.reminder").length;
  await run("deadline-reminders", "2026-12-03 09:01");
  await eventually(() =>
    expect(heard("王芳", "deadline.reminder").some((one) => one.text.includes("12月10日"))).toBe(true),
  );
  const told = heard("李明", "deadline.reminder").slice(before);
  expect(told.filter((one) => one.text.includes("自评"))).toEqual([]);
});

test("what was taken by mistake is sent back all the same: it is owed again, and the deputy hears why", async () => {
  const [back] = await clerk().says("退回 李明 自评 附件打不开");
  expect(back?.text).toContain("这份原来收下了，现在不算收下，本人要再交");
  await eventually(() => expect(heard("李明", "obligation.came-back").at(-1)?.text).toContain("附件打不开"));
  expect(await states()).toEqual(["returned"]);
  expect((await city.person("李明").says("应办"))[0]?.text).toContain("退回了，要改");
  await city.person("李明").says("提交自评 全年走访选民40户,参加活动6次");
  await city.person("李明").taps("对，交上");
  await clerk().says("收下 李明 自评");
  expect(await states()).toEqual(["accepted"]);
});

test("what was taken long ago, or is not handed in at all, is not sent back for it", async () => {
  await city.database.db.execute(
    sql`update submissions set decided_at = '2026-10-20' where decision = 'accepted'`,
  );
  for (const name of ["李明", "王芳"])
    expect((await clerk().says(`退回 ${name} 自评 请补充`))[0]?.text).toContain("没有找到等您收的这份报告");
  expect(await states()).toEqual(["accepted"]);
});

test("who is late is listed for staff within what they look after, and counted in the week's digest", async () => {
  await run("deadline-reminders", "2026-12-14 08:59");
  const [late] = await clerk().says("未交 自评");
  expect(late?.text).toContain("年度履职自评(12月10日(周四)已到期)还差4人");
  expect(late?.text).not.toContain("李明");
  expect(late?.text).not.toContain("吴红梅");
  await run("weekly-digest", "2026-12-14 09:00");
  await eventually(() =>
    expect(heard("刘敏", "deadline.reminder").at(-1)?.text).toContain("有事项到期没交 4 人"),
  );
});

test("nothing owed, no words, no kind: each is said with what to say instead", async () => {
  const [none] = await city.person("李明").says("提交述职报告 我向选民汇报");
  expect(none?.text).toContain("没有要您交的");
  const [empty] = await city.person("王芳").says("提交自评");
  expect(empty?.text).toContain("还没有内容");
  const [kind] = await city.person("王芳").says("提交 材料");
  expect(kind?.text).toContain("哪种报告");
  await city.person("王芳").says("昨天走访黄连村12户");
  const [filed] = await city.person("王芳").says("提交");
  expect(filed?.kind).toBe("report.filed");
});
