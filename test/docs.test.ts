import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import * as absences from "#db/schema/absences.ts";
import * as access from "#db/schema/access.ts";
import * as activities from "#db/schema/activities.ts";
import * as cases from "#db/schema/cases.ts";
import * as duty from "#db/schema/duty.ts";
import * as everything from "#db/schema/index.ts";
import * as privacy from "#db/schema/privacy.ts";
import * as feedback from "#db/schema/feedback.ts";
import * as attachments from "#db/schema/attachments.ts";
import * as figures from "#db/schema/figures.ts";
import * as messages from "#db/schema/messages.ts";
import * as orgs from "#db/schema/orgs.ts";
import * as people from "#db/schema/people.ts";
import * as schedules from "#db/schema/schedules.ts";
import * as plans from "#db/schema/plans.ts";
import * as tasks from "#db/schema/tasks.ts";
import { Environment } from "#src/compose/config.ts";
import { expectBlock } from "#test/support/doc-block.ts";
import { MAY_IMPORT } from "#test/support/rooms.ts";

const README = readFileSync("README.md", "utf8");
const PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...globSync("docs/**/*.md")].sort();
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const settings = Object.keys(Environment.shape).sort();

const tablesOf = (module: object): string[] =>
  Object.values(module)
    .filter((one) => is(one, Table))
    .map((one) => getTableName(one));

test("the table of rooms on the page is the one that is enforced", () => {
  const rows = Object.entries(MAY_IMPORT).map(([room, rooms]) => {
    const names = rooms.map((one) => one.replace(/^src\//u, "").replace("src/", "")).join(", ");
    return `| \`${room}\` | ${names === "" ? "nothing of ours" : names} |`;
  });
  expectBlock(
    "docs/architecture.md",
    "rooms",
    ["| room | may import |", "| --- | --- |", ...rows].join("\n"),
  );
});

test("the tables on the page are the tables of the schema", () => {
  const files = {
    orgs,
    people,
    access,
    messages,
    attachments,
    duty,
    activities,
    absences,
    cases,
    feedback,
    figures,
    privacy,
    schedules,
    plans,
    tasks,
  };
  const listed = Object.values(files).flatMap(tablesOf);
  expect(listed.sort()).toEqual(tablesOf(everything).sort());
  const rows = Object.entries(files).map(
    ([file, module]) =>
      `| \`db/schema/${file}.ts\` | ${tablesOf(module)
        .map((name) => `\`${name}\``)
        .join(", ")} |`,
  );
  expectBlock("docs/architecture.md", "tables", ["| file | tables |", "| --- | --- |", ...rows].join("\n"));
});

test("the README, .env.example and the program know the same settings", () => {
  const example = readFileSync(".env.example", "utf8");
  expect([...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name).sort()).toEqual(settings);
  const table = /<!-- settings -->([\s\S]*?)<!-- \/settings -->/u.exec(README)?.[1] ?? "";
  expect([...table.matchAll(/`([A-Z][A-Z_]+)`/gu)].map(([, name = ""]) => name).sort()).toEqual(settings);
});

test("every npm command that a page shows exists", () => {
  const shown = PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/npm (?:run (?:-s )?)([a-z:-]+)/gu)].map(
      ([, name]) => name ?? "",
    ),
  );
  expect([...new Set(shown)].filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("every file that a package script starts exists", () => {
  const started = Object.values(scripts).flatMap((one) =>
    [...one.matchAll(/node (\S+\.ts)/gu)].map(([, file]) => file ?? ""),
  );
  expect(started.filter((file) => !existsSync(file))).toEqual([]);
});

test("every bench has its line in bench/README.md, and every line its bench", () => {
  const benches = globSync("bench/*.bench.ts").map((file) => path.basename(file, ".bench.ts"));
  const page = readFileSync("bench/README.md", "utf8");
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(([, name]) => name ?? "");
  expect(listed.sort()).toEqual(benches.sort());
});

test("every link to a file of the project leads somewhere", () => {
  const broken = PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/gu)]
      .map(([, to]) => path.join(path.dirname(page), to ?? ""))
      .filter((file) => !existsSync(file))
      .map((file) => `${page} -> ${file}`),
  );
  expect(broken).toEqual([]);
});

test("every word of the glossary that names a table or column names one that exists", () => {
  const tables = new Map<string, string[]>(
    Object.values(everything)
      .filter((one) => is(one, Table))
      .map((one) => [getTableName(one), Object.keys(one)] as const),
  );
  const page = readFileSync("docs/glossary.md", "utf8");
  const named = [...page.matchAll(/`([a-z_]+)(?:\.([a-z_]+))?`/gu)];
  const unknown = named.filter(([, table = "", column]) => {
    const columns = tables.get(table);
    const camel = column?.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
    return columns === undefined || (camel !== undefined && !columns.includes(camel));
  });
  expect(unknown.map(([all]) => all)).toEqual([]);
});

test("the changelog opens with what is not released yet", () => {
  expect(readFileSync("CHANGELOG.md", "utf8")).toMatch(/^# Changelog\n\n## Unreleased\n\n\S/u);
});
