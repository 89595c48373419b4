import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

const told = (text: string) => read(text).reports.map(({ kind, counts }) => [kind, counts]);

test.each([
  "昨天走访企业3家和农户12户",
  "昨天走访企业3家,农户12户",
  "昨天走访了12户和3家企业",
  "昨天走访3家商户、12户居民,共15家",
])("firms and families are two records: %s", (text) => {
  expect(told(text)).toEqual([
    ["enterprise_visit", { enterprises: 3 }],
    ["home_visit", { households: 12 }],
  ]);
});

test("where it was and who came hold for the families as well", () => {
  const { reports } = read("昨天走访企业3家、居民5户,在石头村,周志强陪同");
  expect(reports.map((one) => [one.place, one.with])).toEqual([
    ["石头村", ["周志强"]],
    ["石头村", ["周志强"]],
  ]);
});

test("firms of two sorts are one record", () => {
  expect(told("昨天走访企业3家,其中商户2家")).toEqual([["enterprise_visit", { enterprises: 3 }]]);
});

test.each([
  ["昨天提了2件建议还附议了1件", "suggestion_lead", "suggestion_cosign"],
  ["昨天联名建议2件又附议议案1件", "suggestion_cosign", "motion_cosign"],
  ["昨天领衔提了2件议案还跟别人附议了1件建议", "motion_lead", "suggestion_cosign"],
])("what was led and what was seconded in one breath are two records: %s", (text, first, second) => {
  expect(told(text)).toEqual([
    [first, { items: 2 }],
    [second, { items: 1 }],
  ]);
});

test.each([
  ["昨天修水沟1.2km", "2026-12-01", { km: 1.2 }],
  ["昨天给厂里的工人结工资,工钱发了三万六", "2026-12-01", { wan_yuan: 3.6 }],
])("a length is no day, and wages are money: %s", (text, date, counts) => {
  expect(read(text).reports).toMatchObject([{ date, counts }]);
});

test.each([
  ["昨天走访石头村3户有一户老人瘫痪没人管", ["有一户老人瘫痪没人管"]],
  ["大家说路烂得很还有说机井坏了", ["路烂得很", "机井坏了"]],
  ["大家说路烂得很还有人说机井坏了没水", ["路烂得很", "机井坏了没水"]],
  ["昨天走访石头村3户有一户没在家", []],
])("what one of them has to say is heard without a pause: %s", (text, texts) => {
  expect(read(text).opinions.map((one) => one.text)).toEqual(texts);
});

test.each(["这次人代会我想提个议案关于养老", "这次会我要提个议案,关于养老"])(
  "a suggestion is made though the occasion stands first: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "suggestion", suggestion: { role: "lead", motion: true } });
  },
);

test("water at the fuse box is urgent, and the level of a well is not", () => {
  expect(read("小区门前积水半米深,电箱也快进水了").opinions.some((one) => one.urgent === true)).toBe(true);
  expect(read("反映水井的盖子坏了").opinions.some((one) => one.urgent === true)).toBe(false);
});

test("how many opinions one has handed in is of oneself, and a colleague's grade is of the assessment", () => {
  expect(read("我这个月交了几条意见").query?.name).toBe("my_opinions");
  expect(read("周志强代表今年考核是什么等次").query?.name).toBe("assessment");
});
