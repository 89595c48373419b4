import { expect, test } from "vitest";
import { labelled, read } from "#test/support/reading.ts";
import { findSensitive } from "#src/understanding/sensitive.ts";
import { understand } from "#src/understanding/understand.ts";
import { findUnsuited } from "#src/understanding/unsuited.ts";

const CONTEXT = { at: new Date("2026-09-16T20:00:00+08:00"), zone: "Asia/Shanghai", people: [], places: [] };

test.each([
  ["他的身份证520102199003077715要补办", ["id_number", "520102199003077715"]],
  ["打到６２２２０２１２３４５６７８９０１２３卡上", undefined],
  ["打到4539 1488 0343 6467这张卡", ["bank_card", "4539 1488 0343 6467"]],
  ["联系电话１３８０８５１２３４５", ["phone", "１３８０８５１２３４５"]],
  ["她得了乳腺癌没钱治", ["medical", "癌"]],
  ["学生张小明被同学打了", ["child_name", "张小明"]],
  ["这份机密文件不要传", ["secret", "机密"]],
  ["学生家长反映食堂贵", undefined],
  ["给12户送了3000元", undefined],
])("%s: %j", (said, expected) => {
  const [first] = findSensitive(said);
  const shown =
    first === undefined ? undefined : [first.what, said.slice(first.index, first.index + first.length)];
  expect(shown).toEqual(expected);
});

test("what is sensitive is marked beside what was read, and nothing else is", () => {
  const said = "昨天走访了3户,王大爷电话13808512345";
  expect(understand(said, CONTEXT)).toMatchObject({
    intent: "report",
    sensitive: [{ what: "phone", index: said.indexOf("138"), length: 11 }],
  });
  expect("sensitive" in understand("昨天走访了3户", CONTEXT)).toBe(false);
});

test.each([
  ["提个建议:请法院改判我亲戚的案子", "court_case"],
  ["建议把下一标段给我们公司中标", "tender"],
  ["提个建议:推广我公司的净水设备", "promotion"],
  ["建议给我儿子解决工作编制", "own_matter"],
  ["提个建议:给村医买社保", undefined],
  ["建议规范招标投标,公开结果", undefined],
])("%s is none for a suggestion: %s", (said, why) => {
  expect(findUnsuited(said)).toBe(why);
});

test("hardly a message of the corpus is held to be unsuited", async () => {
  const messages = await labelled("messages.own.jsonl");
  const held = messages.filter((message) => read(message).unsuited !== undefined);
  expect(held.map(({ text }) => text)).toEqual([]);
});
