import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

test.each([
  "厕所脏",
  "河水臭",
  "狗多",
  "学校食堂不好",
  "野猪糟蹋苞谷",
  "邻居扯皮",
  "危房",
  "没房子住",
  "停车难",
  "主要是路灯问题",
  "其中一户娃儿辍学了",
])("a wrong that is told in a few words behind a visit is not dropped without a word: %s", (said) => {
  const { opinions, ask } = read(`昨天走访石头村3户,${said}`);
  expect(opinions.length > 0 || ask.includes("text")).toBe(true);
});

test.each([
  "路不好走走了两个小时",
  "讲了执行难",
  "聊的都是娃娃上学的事",
  "没什么意见",
  "解决了路灯问题",
  "订单还可以",
])("what is no matter of theirs is not asked about: %s", (said) => {
  expect(read(`昨天走访石头村3户,${said}`)).toMatchObject({ opinions: [], ask: [] });
});

test.each([
  ["反映低保没批和路灯不亮两个问题", ["低保没批", "路灯不亮"]],
  ["反映低保没批以及路灯不亮的问题", ["低保没批", "路灯不亮"]],
  ["反映:1.低保没批2.路灯不亮", ["低保没批", "路灯不亮"]],
  ["反映路灯不亮,我记下了", ["路灯不亮"]],
  ["反映路灯不亮,我报上来", ["路灯不亮"]],
  ["反映路灯不亮,周志强也一起去的", ["路灯不亮"]],
  ["反映垃圾和污水没人管", ["垃圾和污水没人管"]],
])("each matter stands in its own words: %s", (said, texts) => {
  expect(read(`昨天走访石头村3户,${said}`).opinions.map((one) => one.text)).toEqual(texts);
});
