import { expect, test } from "vitest";
import { labelled } from "#test/support/reading.ts";
import { explain } from "#src/understanding/explain.ts";
import { understand } from "#src/understanding/understand.ts";

const CONTEXT = {
  at: new Date("2026-09-16T20:00:00+08:00"),
  zone: "Asia/Shanghai",
  people: ["李明"],
  places: ["黄连村"],
};

test("every field is shown with the words as they were typed, fillers and slips and all", () => {
  const said = "  嗯那个昨天嘛我和李明在黃連村走防了１２户";
  const shown = explain(said, understand(said, CONTEXT));
  expect(shown.map(({ field, words }) => [field, words])).toEqual([
    ["reports.0.kind", "走防"],
    ["reports.0.date", "昨天"],
    ["reports.0.place", "黃連村"],
    ["reports.0.with", "李明"],
    ["reports.0.counts.households", "１２户"],
  ]);
});

test("what is shown stands in the message where it is said to stand", async () => {
  let shown = 0;
  for (const { text, at, people, places } of await labelled("messages.own.jsonl")) {
    const read = understand(text, { at: new Date(at), zone: "Asia/Shanghai", people, places });
    for (const { words, index } of explain(text, read)) {
      expect(text.slice(index, index + words.length)).toBe(words);
      shown += 1;
    }
  }
  expect(shown).toBeGreaterThan(2_000);
}, 60_000);
