import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { runAt } from "#test/support/clockwork.ts";

// The reports of the year are due in December.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-02T09:00:00+08:00");
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterEach(() => city.close());
const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);

const WHOLE =
  "本年度,我认真履行代表职责,走访选民40户,参加视察2次,提出建议1件,参加代表小组活动6次。特此报告。";

test.each([
  WHOLE,
  "今年走访选民40户,参加活动6次,提建议1件",
  "走访群众四十多户,参加视察2次,提建议1件",
  "一年来我认真学习,积极参加代表小组活动,联系选民,反映民情",
])("after 交年度报告 without its text, what comes next is the report: %s", async (words) => {
  expect(await say("李明", "交年度报告")).toContain("接着把内容或文件发来就行");
  const card = await say("李明", words);
  expect(card).toContain("要交年度履职报告");
  await city.person("李明").taps("对，交上");
  await eventually(() => expect(heardOf(city.person("孙丽"), "obligation.handed-in")).toHaveLength(1));
  // It is handed in once, and what is said then is no report any more.
  expect(await say("李明", "今年走访选民40户,参加活动6次")).not.toContain("要交年度履职报告");
});

test("the deed of a day, a question and an order in between are what they are", async () => {
  await say("李明", "交年度报告");
  expect(await say("李明", "昨天和王芳走访黄连村17户,宣讲1次")).toContain("走访");
  await say("李明", "不记了");
  expect(await say("李明", "今年的年度报告要写些什么呢?")).not.toContain("要交");
  expect(await say("李明", "我的履职")).toContain("您2026年");
  city.now = at("2026-12-02 11:00");
  expect(await say("李明", "走访群众四十多户,参加视察2次,提建议1件")).not.toContain("要交");
});

test.for([
  [WHOLE, "年度履职报告"],
  ["各位选民:现将我今年的履职自评报告如下:走访选民40户,参加活动6次,提建议1件。请审阅", "年度履职自评"],
] as const)("a report that is pasted as it was written is known by its form: %s", async ([words, title]) => {
  expect(await say("李明", words)).toContain(`要交${title}`);
});

test.each([
  "11月20日我和王芳视察了黄连村水库,发现坝体渗水,特此报告",
  "群众反映黄连村路灯坏了大半年,请镇里处理,特此报告",
])("what is reported of a day or of residents is no report on the year: %s", async (words) => {
  expect(await say("李明", words)).not.toContain("要交");
});

test("a file by itself after the order is the report", async () => {
  await say("李明", "交述职自评");
  await say("李明", "交自评");
  const conversation = "web:demo:liming";
  const file = { id: "file-1", name: "自评.docx", type: "application/msword" };
  await city.database.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes)
    values (${file.id}, ${conversation}, ${file.name}, ${file.type}, 3, '\\x010203')`);
  const common = { channel: "web", bot: "demo", conversation, sender: conversation, sentAt: city.now };
  const body = { kind: "text", text: "", attachments: [file] } as const;
  await city.service.accept({ ...common, externalId: "alone", body });
  await eventually(() =>
    expect(heardOf(city.person("李明"), "sure.hand-in").at(-1)?.text).toContain("附1个文件"),
  );
});

test.for([
  ["重新提交自评 本人全年参加小组活动两次,走访群众12户", "年度履职自评"],
  ["补交去年自评:2026年我走访60户,接待群众12人次,帮村里修路两条。", "年度履职自评"],
  ["补交履职报告 2026年走访23户,调解纠纷两起", "年度履职报告"],
  [
    "这是我的自评,请领导过目。今年我认真履职,走访群众40户,接待选民三次。存在不足:文字能力弱。",
    "年度履职自评",
  ],
] as const)("handed in anew, late, or for somebody to look at: %s", async ([words, title]) => {
  await say("李明", "提交自评 今年走访选民40户,提建议1件");
  await city.person("李明").taps("对，交上");
  const card = await say("李明", words);
  expect(card).toContain(`要交${title}`);
  expect(card).toContain("户");
  const [row] = await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from duty_records`);
  expect(row?.n).toBe(0);
});

test.each(["重新交自评", "补交去年的自评", "刚才那个自评写错了,重新交"])(
  "%s: its text is asked for",
  async (words) => {
    expect(await say("李明", words)).toContain("接着把内容或文件发来就行");
    expect(await say("李明", "今年走访选民40户,参加活动6次,提建议1件")).toContain("要交年度履职自评");
  },
);

test("what staff say of somebody's report hands nothing in", async () => {
  await say("李明", "提交自评 今年走访选民40户,提建议1件");
  await city.person("李明").taps("对，交上");
  expect(await say("刘敏", "退回 李明 履职自评 太短了,写详细些")).toContain("已退回");
  await eventually(() => expect(heardOf(city.person("李明"), "obligation.came-back")).toHaveLength(1));
  const told = heardOf(city.person("李明"), "obligation.came-back")[0]?.text ?? "";
  expect(told).toContain("“太短了，写详细些”");
});
