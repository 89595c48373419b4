import { expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { deputy } = reportingCity("李明");

// Words of these sound like a correction, an answer to a call, leave, or a coming late.
test.each([
  "昨天去平寨村走访,不是一个人去的,和张伟一起走了6户",
  "今天上午接待选民7人,记了两条:一个是社区医院拿不到胰岛素,一个是去医院的12路车等半个钟头都不来",
  "1月16日开幕、今日闭幕,本人全程出席,无请假、无迟到,会期4天",
  "暴雨预警短信迟到两小时,货全淹,气象部门应改进",
  "9月3号那天走访3户",
  "1月20日至23日出席区人代会,全程没有请假",
  "1月20号到23号参加区人代会,全程没缺席",
  "今天赶场在街上听意见,来了十来个人,都讲街上摩托乱停,走路都来不起",
  "区人代会从13号开到16号,我场场都到,没有迟到早退",
  "昨天中秋 在村里劝住两个要去区里上访的老乡 说了好久才不去了",
  "物流园涨价三成,小企业寄一吨货比去年贵一百多",
  "校车老是迟到,娃儿站在路边等半个钟头",
])("what was done or heard is read as that: %s", async (said) => {
  const [told] = await deputy().says(said);
  expect(told?.kind).toMatch(/^report\.(?:card|question)$/u);
});
