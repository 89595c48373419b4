import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { anchorsOf } from "#src/understanding/anchors.ts";
import { labelled } from "#test/support/reading.ts";

test.each([
  ["走访|入户", ["走", "入"]],
  ["(?:走访|接待)了?[^,。]{0,8}", ["走", "接"]],
  ["(?<!没)视察?(?!组)", ["视"]],
  ["(?:小组)?活动", ["活"]],
  ["\\d{1,2}家?", undefined],
  ["走访|\\d+", undefined],
])("%s needs one of %j", (source, anchors) => {
  const found = anchorsOf(source);
  expect(found === undefined ? undefined : [...found]).toEqual(anchors);
});

test("no pattern that fits a message is passed over for want of its characters", async () => {
  const messages = await labelled("messages.own.jsonl");
  const patterns = readFileSync(new URL("../../src/understanding/words/kinds.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => new RegExp(line.split("\t")[2] ?? "", "u"));
  for (const pattern of patterns) {
    const anchors = anchorsOf(pattern.source);
    for (const { text } of messages)
      if (anchors !== undefined && pattern.test(text))
        expect([...anchors].some((one) => text.includes(one))).toBe(true);
  }
});
