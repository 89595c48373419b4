import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { END, START } from "#src/understanding/anchor-sets.ts";
import { askedBy } from "#src/understanding/anchors.ts";
import { everywhere, guarded } from "#src/understanding/guarded.ts";
import { labelled } from "#test/support/reading.ts";

// What a text begins and ends with is written ^ and $.
const shown = (words: Iterable<string>): string[] =>
  [...words].map((word) => word.replace(START, "^").replace(END, "$"));

test.each([
  ["走访|入户", [["走访"], ["入户"]]],
  ["(?:走访|接待)了?[^,。]{0,8}", [["走访", "接待"]]],
  ["(?<!没)视察?(?!组)", [["视"]]],
  ["(?:小组)?活动", [["活动"]]],
  ["(?:小)?活", [["活"]]],
  ["[一二]{1,2}家", [["一家", "二家"]]],
  ["走访|[^,。]", [["走访"], []]],
  ["[一-龥]+(?:\\u516c|了)", [["公", "了"]]],
  ["(?<mark>[-/])\\d?\\k<mark>", [["-", "/"]]],
  ["走访|.", [["走访"], []]],
  ["^走|走$|(?:^|[,;])走", [["^走"], ["走$"], ["^走", ",走", ";走"]]],
  ["(?<=[,;]|^)走", [[",走", ";走", "^走"]]],
  ["走(?=访|$)", [["走访", "走$"]]],
  ["走(?:去|来)?访", [["走访", "去访", "来访"], ["走"]]],
  ["走\\n?访", [["走访", "\n访"], ["走"]]],
  ["K访", [["K访"]]],
])("the ways of %s need %j", (source, needs) => {
  const { ways } = askedBy(new RegExp(source, "u"));
  const found = ways.map((one) => one.needs.map(shown));
  expect(ways.length === 1 ? found[0] : found.map(([first = []]) => first)).toEqual(needs);
});

test("what is needed may be said in both cases where a pattern takes no notice of them", () => {
  const { ways } = askedBy(/k访/iu);
  expect(ways[0]?.needs.map(shown)).toEqual([["k访", "K访", "\u212a访"]]);
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
  const found = askedBy(new RegExp(source, "u")).begins;
  expect(found === undefined ? undefined : [...found]).toEqual(begins);
});

test.each([
  ["[户人]$", ["户", "人"]],
  ["走访?$", ["走", "访"]],
  ["走访$|入户$", ["访", "户"]],
  ["走访$|入户", undefined],
  ["(?:^|,)$", ["^", ","]],
  ["[^,]$", undefined],
])("a text that %s fits ends with one of %j", (source, ends) => {
  const found = askedBy(new RegExp(source, "u")).ends;
  expect(found === undefined ? undefined : shown(found)).toEqual(ends);
});

test.each([
  ["走访", true],
  ["[走入]访", true],
  ["^走", true],
  ["走$", true],
  ["走", true],
  ["走?访", false],
  ["走访户", false],
  ["走(?!访)", false],
  ["(?:走访|入户)", false],
  ["走.", false],
])("a text that holds what %s needs matches: %s", (source, whole) => {
  expect(askedBy(new RegExp(source, "u")).ways[0]?.whole).toBe(whole);
});

// Whether a text holds a word, its ends being words as well.
const holds = (text: string, word: string): boolean =>
  `${START}${text.replaceAll(START, ".").replaceAll(END, ".")}${END}`.includes(word);

test("no pattern that fits a message is passed over for want of its words", async () => {
  const messages = await labelled("messages.own.jsonl");
  const patterns = readFileSync(new URL("../../src/understanding/words/kinds.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => new RegExp(line.split("\t")[2] ?? "", "u"));
  for (const pattern of patterns)
    for (const { source, needs } of askedBy(pattern).ways) {
      const way = new RegExp(source, "u");
      for (const { text } of messages)
        if (way.test(text))
          for (const words of needs) expect([...words].some((one) => holds(text, one))).toBe(true);
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

const Text = fc
  .array(
    fc.constantFrom("走", "访", "户", "1", "7", ",", " ", "\n", "k", "K", "\u212a", "\ud800", "\udfff"),
    { maxLength: 8 },
  )
  .map((all) => all.join(""));

test("no text that a pattern fits is passed over, whatever the pattern is made of", () => {
  fc.assert(
    fc.property(Source, fc.array(Text, { minLength: 5 }), (source, texts) => {
      for (const written of [source, `^${source}`, `^(?:${source})`, `(?:${source})$`])
        for (const flags of ["u", "iu"]) {
          const pattern = new RegExp(written, flags);
          const { ways, begins, ends } = askedBy(pattern);
          for (const text of texts) {
            for (const way of ways) {
              const isMet = way.needs.every((words) => [...words].some((one) => holds(text, one)));
              if (new RegExp(way.source, flags).test(text)) expect(isMet).toBe(true);
              else if (isMet) expect(way.whole).toBe(false);
            }
            const match = pattern.exec(text);
            if (match !== null && begins !== undefined) expect([...begins]).toContain(text[0]);
            if (match !== null && ends !== undefined) expect([...ends]).toContain(text.at(-1) ?? START);
          }
        }
    }),
    { numRuns: 120 },
  );
});

test("a guarded pattern finds what the pattern finds, whatever it is made of", () => {
  fc.assert(
    fc.property(Source, fc.array(Text, { minLength: 5 }), (source, texts) => {
      const patterns = [source, `^(?:${source})|走$|\\d`].map((one) => new RegExp(one, "u"));
      const guards = patterns.map((pattern) => ({
        pattern,
        ...guarded(pattern),
        list: everywhere(new RegExp(pattern.source, "gu")).list,
      }));
      for (const { pattern, test: fits, exec, replace, list } of guards)
        for (const text of texts) {
          expect(fits(text)).toBe(pattern.test(text));
          expect(exec(text)).toEqual(pattern.exec(text));
          expect(replace(text, "-")).toBe(text.replace(pattern, "-"));
          expect(list(text)).toEqual([...text.matchAll(new RegExp(pattern.source, "gu"))]);
        }
    }),
    { numRuns: 40 },
  );
});
