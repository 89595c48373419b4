import { expect, test } from "vitest";
import { whereTold } from "#src/domain/where-told.ts";

test.each([
  ["村口", "平寨村", "平寨村村口"],
  ["桥头", "平寨村", "平寨村桥头"],
  ["学校门口", "石头村", "石头村学校门口"],
  [null, "平寨村", "平寨村"],
  ["马场村三组", "平寨村", "马场村三组"],
  ["羊昌小学", "平寨村", "羊昌小学"],
  ["村口", "平寨村村口", "平寨村村口"],
  ["村口", null, "村口"],
  [null, null, null],
])("what is told of %s on a visit to %s is at %s", (own, visited, where) => {
  expect(whereTold(own, visited)).toBe(where);
});
