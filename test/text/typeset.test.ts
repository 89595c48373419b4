import { expect, test } from "vitest";
import { typeset } from "#src/text/typeset.ts";

test.each([
  ["我这样理解,对吗?", "我这样理解\uff0c对吗\uff1f"],
  ["地点:黄连村", "地点\uff1a黄连村"],
  ["【走访群众】9月15日(周二),黄连村,12户", "【走访群众】9月15日(周二)\uff0c黄连村\uff0c12户"],
  ["9月15日(周二) 09:30,羊昌镇", "9月15日(周二) 09:30\uff0c羊昌镇"],
  ["说“帮助”,或者https://a.example/x?y=1", "说“帮助”\uff0c或者https://a.example/x?y=1"],
  ["履-2026-00001 12户", "履-2026-00001 12户"],
])("%s is printed as Chinese is", (said, printed) => {
  expect(typeset(said)).toBe(printed);
});
