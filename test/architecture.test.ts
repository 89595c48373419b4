import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MAY_IMPORT } from "#test/support/rooms.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The places where the parts meet: they may import everything. */
const MEETING_PLACES = ["src/compose", "src/cli", "src/main.ts"];

const MOST_LINES = 200;
const FILES = globSync(["{src,bot,jobs,db}/**/*.{ts,js,css}"], {
  cwd: ROOT,
  exclude: ["db/migrations/**"],
}).sort();
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

function roomOf(file: string): string {
  const parts = file.split("/");
  if (parts[0] !== "src") return parts[0] ?? "";
  return parts.slice(0, 2).join("/");
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^;'"]*?(?:from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gmu;

type Import = { readonly to: string; readonly typeOnly: boolean };

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(IMPORT)].flatMap(([, type, from, lazy]) => {
    const specifier = from ?? lazy ?? "";
    const to = specifier.startsWith("#")
      ? specifier.slice(1)
      : specifier.startsWith(".")
        ? path.normalize(path.join(path.dirname(file), specifier))
        : undefined;
    return to === undefined ? [] : [{ to, typeOnly: type !== undefined }];
  });
}

function uphillImports(file: string): string[] {
  const room = roomOf(file);
  if (MEETING_PLACES.includes(room)) return [];
  const allowed = MAY_IMPORT[room] ?? [];
  return importsOf(file)
    .filter(({ to, typeOnly }) => {
      const there = roomOf(to);
      return (
        there !== room && !allowed.includes(there) && !(typeOnly && allowed.includes(`${there} (types)`))
      );
    })
    .map(({ to }) => to);
}

const SCRIPTS = FILES.filter((file) => file.endsWith(".ts"));

test("every folder of the house is a room of the table", () => {
  const rooms = new Set(SCRIPTS.map(roomOf).filter((room) => !MEETING_PLACES.includes(room)));
  expect([...rooms].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
});

test.each(SCRIPTS)("%s imports only rooms below its own", (file) => {
  expect(uphillImports(file)).toEqual([]);
});

test.each(FILES)(`%s has at most ${MOST_LINES} lines`, (file) => {
  expect(read(file).trimEnd().split("\n").length).toBeLessThanOrEqual(MOST_LINES);
});

test("nothing imports itself in a circle", () => {
  const edges = new Map(
    SCRIPTS.map((file) => [
      file,
      importsOf(file)
        .filter((one) => !one.typeOnly)
        .map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const loops: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) loops.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
    if (trail.includes(file) || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of SCRIPTS) walk(file, []);
  expect(loops).toEqual([]);
});

/** Words that may stand in these files only, and why. */
const KEPT_TO: readonly { readonly what: string; readonly word: RegExp; readonly files: RegExp }[] = [
  { what: "the environment is read once", word: /process\.env/u, files: /^src\/(?:main\.ts|cli\/)/u },
  {
    what: "the clock is handed in",
    word: /Date\.now\(|new Date\(\)/u,
    files: /^src\/(?:main\.ts|cli\/)/u,
  },
  { what: "the console is for the command line", word: /\bconsole\./u, files: /^src\/cli\//u },
  {
    what: "transactions are opened where a message, a send or a job begins",
    word: /\.transaction\(|\bsql\.begin\(/u,
    files:
      /^(?:src\/inbox\/(?:second-reading|accept|process|lease|bury|situation)\.ts|src\/outbox\/courier\.ts|jobs\/|src\/cli\/|src\/compose\/(?:files|mailbox|metrics|open|awaited|overseas|readiness|release-at|service|sessions)\.ts|db\/(?:migrate|backup|restore)\.ts)/u,
  },
  {
    // A name, a title or a unit is shorter; the words of the field are in src/domain, what people say in the readers, what a model is told with it.
    what: "what people are told stands in src/text",
    word: /["'`][^"'`\n/]*[\u4e00-\u9fff]{6,}/u,
    files: /^(?:src\/(?:text|domain|dialog|understanding|model)|db\/demo)\//u,
  },
  { what: "no default export", word: /^export default/mu, files: /^$/u },
  { what: "no enum", word: /^\s*(?:export )?(?:const )?enum /mu, files: /^$/u },
];

describe.each(KEPT_TO)("$what", ({ word, files }) => {
  test("and nowhere else", () => {
    expect(SCRIPTS.filter((file) => !files.test(file) && word.test(withoutComments(read(file))))).toEqual([]);
  });
});

// These are comments: they are looked for in the whole text.
test("nothing silences the compiler or the linter", () => {
  const silencer = /@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint)-disable/u;
  expect(SCRIPTS.filter((file) => silencer.test(read(file)))).toEqual([]);
});

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/^\s*\/\/.*$/gmu, "");

test("no room is called by what it is not: utils, helpers, managers", () => {
  expect(FILES.filter((file) => /(?:util|helper|manager|misc|common)s?[./]/u.test(file))).toEqual([]);
});

// The reader's word lists and grammar explain themselves file by file; tables are documented column by column.
const DOCUMENTED = SCRIPTS.filter((file) => !/^(?:src\/understanding|db\/schema)\//u.test(file));
const FUNCTION =
  /^export (?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? =\s*(?:async )?(?:<[^>]*>)?\()/u;

test("every exported function says what it promises", () => {
  const silent = DOCUMENTED.flatMap((file) => {
    const lines = read(file).split("\n");
    return lines.flatMap((line, index) => {
      const [, named, arrow] = FUNCTION.exec(line) ?? [];
      const name = named ?? arrow;
      return name === undefined || isDocumented(lines, index) ? [] : [`${file}: ${name}`];
    });
  });
  expect(silent).toEqual([]);
});

const TYPE = /^export (?:type|interface|(?:abstract )?class) (\w+)/u;

test("every exported type says what it is in the field's words", () => {
  const silent = SCRIPTS.flatMap((file) => {
    const lines = read(file).split("\n");
    return lines.flatMap((line, index) => {
      const name = TYPE.exec(line)?.[1];
      return name === undefined || isDocumented(lines, index) ? [] : [`${file}: ${name}`];
    });
  });
  expect(silent).toEqual([]);
});

const isDocumented = (lines: readonly string[], index: number): boolean =>
  lines[index - 1]?.trimEnd().endsWith("*/") === true;

/** What a name promises of what the function returns; a type that is left to the compiler is not looked at. */
const VERBS: readonly { readonly verb: RegExp; readonly promise: string; readonly keeps: RegExp }[] = [
  { verb: /^(?:get|lock|handle|manage|retrieve)[A-Z]/u, promise: "is no verb of this house", keeps: /^$/u },
  {
    verb: /^find[A-Z]/u,
    promise: "may return nothing",
    keeps: /undefined|null|\[\]|Map|Found|Refusal|Fault|Outcome/u,
  },
  {
    verb: /^to[A-Z]/u,
    promise: "cannot fail and waits for nothing",
    keeps: /^(?!.*(?:undefined|null|Refusal|Promise))/u,
  },
  { verb: /^(?:is|has)[A-Z]/u, promise: "is a truth, in SQL too", keeps: /boolean| is |^SQL$/u },
];

const SIGNATURE =
  /^export (?:async )?(?:function\*? |const )(?<name>[a-z]\w*)(?: = (?:async )?)?(?:<[^>]*>)?\((?:(?!\n\n)[\s\S])*?\): (?<type>[^\n]+?) (?:\{$|=>)/gmu;

test.each(VERBS)("a name with $verb $promise", ({ verb, keeps }) => {
  const wrong = SCRIPTS.flatMap((file) =>
    [...read(file).matchAll(SIGNATURE)].flatMap(({ groups }) => {
      const { name = "", type = "" } = groups ?? {};
      return verb.test(name) && !keeps.test(type) ? [`${file}: ${name} → ${type}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});
