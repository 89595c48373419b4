import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// `select id::text … order by id` sorts by the text: 10 comes before 9. The column must be named with its table.
const CAST = /(?<![.\w])(\w+)::text(?!\[)/gu;

const statements = globSync(["db/**/*.ts", "src/**/*.ts", "jobs/*.ts"]).flatMap((file) =>
  readFileSync(file, "utf8")
    .split("sql`")
    .map((statement) => ({ file, statement: statement.replace(/\$\{COLUMNS\}/gu, "id::text, place::text") })),
);

test("no list is ordered by a number that is read as text", () => {
  const wrong = statements.flatMap(({ file, statement }) =>
    [...statement.matchAll(CAST)]
      .map((cast) => cast[1] ?? "")
      .filter((column) => new RegExp(`order by (?:[^)\`]*, )?${column}\\b`, "u").test(statement))
      .map((column) => `${file}: order by ${column}`),
  );
  expect([...new Set(wrong)]).toEqual([]);
});
