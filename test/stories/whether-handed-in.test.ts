import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { runAt } from "#test/support/clockwork.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
beforeEach(async () => {
  city = await openCity("2026-12-08T10:05:00+08:00");
  await runAt(city.database.db, "deadline-reminders", city.now);
});
afterEach(() => city.close());

const deputy = () => city.person("李明");

test.each(["我的报告交了没有", "年度报告交了吗?", "我的年度报告交没交", "我交年度报告了没有"])(
  "%s: whether the yearly report was handed in, when, and what became of it",
  async (words) => {
    expect(await answerTo(deputy(), words)).toContain("您还没有交过年度履职报告");
    await deputy().says("提交年度报告 今年走访选民40户,提建议两件");
    await deputy().says("对");
    const heard = await answerTo(deputy(), words);
    expect(heard).toContain("您12月8日(周二)交了，等工作人员收下");
    expect(heard).not.toContain("提交年度履职报告");
  },
);

test.each(["交年度报告", "我要交年度报告", "年度报告怎么交", "怎么交年度报告"])(
  "%s: how it is handed in",
  async (words) => {
    expect(await answerTo(deputy(), words)).toContain("比如：提交履职报告");
  },
);

test("while a question about leave lies open both are heard, and the report is no reason to stay away", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("发布活动 12月20日上午9点 羊昌镇代表小组 小组活动");
  await clerk.says("对");
  expect(await answerTo(deputy(), "20号请假")).toContain("什么原因");
  expect(await answerTo(deputy(), "我的报告交了没有")).toContain("您还没有交过年度履职报告");
  expect(await answerTo(deputy(), "交年度报告")).toContain("比如：提交履职报告");
});
