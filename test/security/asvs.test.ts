import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ASVS_IDS } from "#test/support/asvs-ids.ts";

// docs/asvs.md says of every requirement what becomes of it; nothing of that may be a word only.
const PAGE = readFileSync("docs/asvs.md", "utf8");
const sectionOf = (title: string): string => PAGE.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const SECTIONS = {
  "Met, with a test": "met, with a test",
  "Met by how the service is run": "met by how the service is run",
  "Not met to the letter": "not met to the letter, with the reason",
  "Not applicable": "not applicable",
};
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\| (\d[^|]*)\|(.*)\|$/gmu)].map(([, ids = "", rest = ""]) => [
    ids.trim(),
    ...rest.split(" | "),
  ]);
const idsOf = (text: string): string[] => rowsOf(text).flatMap(([ids = ""]) => ids.split(", "));

test("every requirement of levels 1 and 2 stands on the page, once", () => {
  const told = Object.keys(SECTIONS).flatMap((title) => idsOf(sectionOf(title)));
  expect(told.toSorted()).toEqual([...ASVS_IDS].toSorted());
});

test("the figures at its head are those of its tables", () => {
  expect(PAGE).toContain(`(levels 1 and 2, ${ASVS_IDS.length} of them)`);
  for (const [title, label] of Object.entries(SECTIONS))
    expect(PAGE).toContain(`| ${label} | ${idsOf(sectionOf(title)).length} |`);
});

test("every requirement that is met names a test, and every test that is named exists", () => {
  const bare = rowsOf(sectionOf("Met, with a test")).filter(
    (cells) => !/`test\/\S+`: "/u.test(cells.join(" | ")),
  );
  expect(bare.map(([id]) => id)).toEqual([]);
  const named = [...PAGE.matchAll(/`(test\/[^`]+)`: "([^"]+)"/gu)].map(([, file = "", title = ""]) => ({
    file,
    title,
  }));
  expect(named.length).toBeGreaterThan(150);
  const missing = named.filter(
    ({ file, title }) => !existsSync(file) || !readFileSync(file, "utf8").includes(title),
  );
  expect(missing).toEqual([]);
});

test("what does not apply or is not met says why", () => {
  const rows = [...rowsOf(sectionOf("Not applicable")), ...rowsOf(sectionOf("Not met to the letter"))];
  expect(rows.filter((cells) => (cells.at(-1) ?? "").trim().length < 8).map(([id]) => id)).toEqual([]);
});
