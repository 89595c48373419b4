import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

const normal = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .replaceAll(/\s*\|\s*/gu, "|")
        .replaceAll(/-{3,}/gu, "---")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");

/**
 * Holds the part of a page between `<!-- name -->` and `<!-- /name -->` against what the code says. With UPDATE_DOCS=1
 * in the environment the page is rewritten instead.
 */
export function expectBlock(file: string, name: string, wanted: string): void {
  const page = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no block ${begin}`);
  if (process.env["UPDATE_DOCS"] === "1")
    writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${wanted.trim()}\n\n${page.slice(to)}`);
  else expect(normal(page.slice(from + begin.length, to))).toBe(normal(wanted));
}
