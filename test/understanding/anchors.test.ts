import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorsOf, beginsOf, pairOf } from "#src/understanding/anchors.ts";
import { labelled } from "#test/support/reading.ts";

test.each([
  ["走访|入户", ["走", "入"]],
  ["(?:走访|接待)了?[^,。]{0,8}", ["走", "接"]],
  ["(?<!没)视察?(?!组)", ["视"]],
  ["(?:小组)?活动", ["活"]],
  ["\\d{1,2}家?", Array.from("0123456789")],
  ["走访|[护各]", ["走", "护", "各"]],
  ["走访|[^,。]", undefined],
  ["[一-龥]+(?:\\u516c|了)", ["公", "了"]],
  ["(?<mark>[-/])\\d?\\k<mark>", ["-", "/"]],
  ["走访|.", undefined],
  ["了走访", ["走"]],
])("%s needs one of %j", (source, anchors) => {
  const found = anchorsOf(new RegExp(source, "u"));
  expect(found === undefined ? undefined : [...found]).toEqual(anchors);
});

test.each([
  ["^(?:代报|代记|替报)", ["代", "替"]],
  ["^,*(?:今天|\\d月)", [",", "今", ...Array.from("0123456789")]],
  ["^走访|^入户", ["走", "入"]],
  ["^走访|入户", undefined],
  ["^(?:走访)?", undefined],
  ["(?:^|,)走访", undefined],
  ["^[^,]走", undefined],
])("a text that %s fits begins with one of %j", (source, begins) => {
  const found = beginsOf(new RegExp(source, "u"));
  expect(found === undefined ? undefined : [...found]).toEqual(begins);
});

test("a pattern needs one of two kinds of characters as well as the other", () => {
  const { needs, also } = pairOf(/(?:群众|居民)[^,]{0,4}(?:反映|投诉)/u);
  expect([[...(needs ?? [])].join(""), [...(also ?? [])].join("")]).toEqual(["反投", "群居"]);
});

test("no pattern that fits a message is passed over for want of its characters", async () => {
  const messages = await labelled("messages.own.jsonl");
  const patterns = readFileSync(new URL("../../src/understanding/words/kinds.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => new RegExp(line.split("\t")[2] ?? "", "u"));
  for (const pattern of patterns) {
    const anchors = anchorsOf(pattern);
    for (const { text } of messages)
      if (anchors !== undefined && pattern.test(text))
        expect([...anchors].some((one) => text.includes(one))).toBe(true);
  }
});

// Patterns of all that patterns are made of.
const { pattern: Source } = fc.letrec<{ pattern: string; atom: string; sequence: string }>((tie) => ({
  pattern: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
  sequence: fc.array(tie("atom"), { maxLength: 4 }).map((all) => all.join("")),
  atom: fc
    .tuple(
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom(
          "走",
          "访",
          "户",
          "1",
          ",",
          "\\d",
          "\\s",
          ".",
          "[走访]",
          "[^户]",
          "[\\d,]",
          "[0-3]",
          "\\u8d70",
          "k",
        ),
        fc
          .tuple(fc.constantFrom("(?:", "(", "(?=", "(?!", "(?<=", "(?<!"), tie("pattern"))
          .map(([open, inner]) => `${open}${inner})`),
      ),
      fc.constantFrom("", "", "?", "*", "+?", "{2}", "{0,2}", "{1,3}?"),
    )
    .map(([one, times]) => (/^\(\?<?[=!]/u.test(one) ? one : one + times)),
}));

test("no text that a pattern fits is passed over, whatever the pattern is made of", () => {
  const Text = fc
    .array(fc.constantFrom("走", "访", "户", "1", "7", ",", " ", "\n", "k", "K", "\u212a"), { maxLength: 8 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(Source, fc.array(Text, { minLength: 5 }), (source, texts) => {
      for (const written of [source, `^${source}`, `^(?:${source})`])
        for (const flags of ["u", "iu"]) {
          const pattern = new RegExp(written, flags);
          const { needs, also } = pairOf(pattern);
          const begins = beginsOf(pattern);
          for (const text of texts.filter((one) => pattern.test(one))) {
            for (const anchors of [needs, also])
              if (anchors !== undefined) expect([...anchors].some((one) => text.includes(one))).toBe(true);
            if (begins !== undefined) expect([...begins]).toContain(text[0]);
          }
        }
    }),
    { numRuns: 250 },
  );
});
