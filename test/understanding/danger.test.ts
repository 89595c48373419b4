import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findDanger } from "#src/understanding/danger.ts";

const lines = (name: string): string[] =>
  readFileSync(new URL(`./danger/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n");

test("whoever tells of danger to life is understood, in whatever words", () => {
  const missed = lines("danger.tsv").filter((line) => findDanger(line.split("\t")[1] ?? "") === undefined);
  expect(missed).toEqual([]);
});

// Whom to call depends on it; some tell of two dangers at once.
test("and nearly always what danger it is", () => {
  const told = lines("danger.tsv").map((line) => line.split("\t"));
  const right = told.filter(([kind, said = ""]) => findDanger(said) === kind);
  expect(right.length / told.length).toBeGreaterThan(0.94);
});

test("exercises, duty, old news, wishes, benefits and words that look like it are none", () => {
  expect(lines("no-danger.tsv").filter((said) => findDanger(said) !== undefined)).toEqual([]);
});

test("a very long message is looked at in no time", () => {
  const began = performance.now();
  findDanger("昨天老人掉了房子墙水火车电线".repeat(300));
  expect(performance.now() - began).toBeLessThan(200);
});
