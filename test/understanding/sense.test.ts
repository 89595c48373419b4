import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toCanon } from "#src/understanding/sense/canon.ts";
import { LEARN, readExamples } from "#src/cli/lvzhi/learn.ts";
import { learn } from "#src/understanding/sense/learn.ts";
import { readSense, writeSense } from "#src/understanding/sense/table.ts";

const KEPT = readFileSync(new URL("../../src/understanding/sense/sense.tsv", import.meta.url), "utf8");
const corpus = (name: string): string =>
  readFileSync(new URL(`../corpus/messages.${name}.jsonl`, import.meta.url), "utf8");

test("the sense in the room is the one that the corpus teaches, bit for bit", () => {
  const examples = ["dev", "own", "more"].flatMap((name) => readExamples(name, corpus(name)));
  expect(writeSense(learn(examples)) === KEPT.trimEnd()).toBe(true);
}, 120_000);

test("what was learned survives being written and read, and a damaged table is refused", () => {
  const read = readSense(KEPT);
  expect(writeSense(read) === KEPT.trimEnd()).toBe(true);
  expect(() => readSense("intent\t走访\t1 2")).toThrow("no sense of messages");
  expect(() => readSense("weather\t走访\t1 2")).toThrow("no sense of messages");
});

test("lines that are no labelled messages are refused by their place", async () => {
  expect(() => readExamples("mine.jsonl", '{"text":"走访"}\n')).toThrow(
    "mine.jsonl, line 1 is no labelled message",
  );
  expect(() => readExamples("mine.jsonl", "\n走访")).toThrow("mine.jsonl, line 2 is no JSON");
  await expect(LEARN.run([], { print: () => undefined })).rejects.toThrow("files of labelled messages");
  await expect(LEARN.run(["/nowhere.jsonl"], { print: () => undefined })).rejects.toThrow("cannot be read");
});

test("a message is weighed with the names of its own house, whatever was weighed just before", () => {
  const text = "昨天和李明在黄连村走访3户";
  const houses = [
    { people: ["李明"], places: ["黄连村"], canon: "^昨天和甲在地走访9户$" },
    { people: ["王芳"], places: ["黄连村"], canon: "^昨天和李明在地走访9户$" },
    { people: ["李明"], places: ["马场村"], canon: "^昨天和甲在黄连村走访9户$" },
  ];
  for (const { people, places, canon } of [...houses, ...houses]) {
    expect(toCanon(text, people, places)).toBe(canon);
    expect(toCanon(text, people, places)).toBe(canon);
  }
});
