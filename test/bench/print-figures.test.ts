import { expect, test } from "vitest";
import { printFigures } from "#bench/print-figures.ts";

const printed = (figures: Record<string, number | null>, asJson: boolean) => {
  const log: string[] = [];
  const error: string[] = [];
  const kept = printFigures(figures, { "p99 ms": 50 }, asJson, {
    log: (line) => log.push(line),
    error: (line) => error.push(line),
  });
  return { kept, log, error };
};

test.each([true, false])(
  "a figure beyond its budget is shown with all others, and named (JSON: %s)",
  (asJson) => {
    const { kept, log, error } = printed({ "p99 ms": 63.9, "p50 ms": 8 }, asJson);
    expect(kept).toBe(false);
    expect(log.join("\n")).toContain("63.9");
    expect(log.join("\n")).toContain("8");
    expect(error).toEqual(["beyond the budget: p99 ms: 63.9, at most 50"]);
  },
);

test("what was not measured kept no budget", () => {
  expect(printed({ "p99 ms": null }, false).kept).toBe(false);
  expect(printed({}, false).error).toHaveLength(1);
});

test("figures within their budget are shown, and nothing else is said", () => {
  expect(printed({ "p99 ms": 50 }, false)).toEqual({
    kept: true,
    log: [`${"p99 ms".padEnd(40)}50`],
    error: [],
  });
});
