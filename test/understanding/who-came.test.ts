import { expect, test } from "vitest";
import { readPlainly as read } from "#test/support/read-plainly.ts";

test.each([
  "昨天走访石头村3户,周志强拍的照",
  "昨天走访石头村3户,周志强牵的头",
  "昨天走访石头村3户,周志强组长带起去的",
  "昨天走访石头村3户,周志强",
  "昨天走访石头村3户,吴红梅没去,周志强去了",
  "昨天走访石头村3户,周志强有事先走了",
  "昨天和周志强说和了一起纠纷",
  "昨天由周志强安排走访石头村3户",
])("who had a part in it came along: %s", (text) => {
  const { reports, ask } = read(text);
  expect(reports[0]?.with ?? (ask.includes("with") ? ["周志强"] : undefined)).toEqual(["周志强"]);
});

test.each([
  "昨天走访石头村3户,周志强介绍的",
  "昨天走访石头村3户,周志强走了另外3户",
  "昨天走访石头村3户,回来跟周志强说了",
  "昨天走访石头村3户,晚上向周志强汇报了",
  "昨天跟周志强对接后走访石头村3户",
  "昨天按周志强的安排走访石头村3户",
])("who was only told, or had it arranged, is not put down as having come along: %s", (text) => {
  const { reports, onBehalf } = read(text);
  expect(onBehalf).toBeUndefined();
  expect(reports).toHaveLength(1);
  expect(reports[0]?.with).toBeUndefined();
});

test("who stayed away while the speaker went is not who went", () => {
  expect(read("昨天走访石头村3户,周志强请假").onBehalf).toBeUndefined();
  expect(read("周志强后天来不了,请个假").onBehalf).toBe("周志强");
});
