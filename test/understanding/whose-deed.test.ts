import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

test.each([
  "昨天走访石头村3户了吗",
  "昨天走访石头村3户没有",
  "谁昨天走访了石头村",
  "我老婆昨天走访石头村3户",
  "镇里昨天走访石头村3户",
  "昨天镇长走访了我家",
  "昨天接到通知走访石头村3户",
  "昨天被安排走访石头村3户",
  "应该走访石头村3户的",
  "昨天去石头村走亲戚",
])("it is asked whether this was the deputy's deed: %s", (text) => {
  const { reports, ask } = read(text);
  expect(reports.length === 0 || ask.includes("intent")).toBe(true);
});

test.each([
  "昨天走访石头村3户",
  "我们昨天走访石头村3户",
  "昨天人大组织走访石头村3户",
  "镇里组织走访,我昨天走访了石头村3户",
  "昨天被安排走访,走访了石头村3户",
  "昨天走访了我们村3户",
  "昨天和吴红梅走访了我们园区的企业3家",
])("of what the deputy did it is not asked whose it was: %s", (text) => {
  const { reports, ask } = read(text);
  expect(reports).toHaveLength(1);
  expect(ask).not.toContain("intent");
});
