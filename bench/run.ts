import { readdirSync } from "node:fs";
import type { Bench } from "./bench.ts";
import { printFigures } from "./print-figures.ts";

// npm run -s bench -- NAME [--json] [--key value …]: runs one bench; --list names them all.

const SUFFIX = ".bench.ts";

const names = (): string[] =>
  readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

async function load(name: string): Promise<Bench> {
  const module: { bench: Bench } = await import(new URL(`${name}${SUFFIX}`, import.meta.url).href);
  return module.bench;
}

function parseOptions(words: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (const [index, word] of words.entries()) {
    if (!word.startsWith("--")) continue;
    const next = words[index + 1];
    options.set(word.slice(2), next === undefined || next.startsWith("--") ? "" : next);
  }
  return options;
}

async function list(): Promise<void> {
  for (const name of names()) {
    const { summary } = await load(name);
    console.log(`${name.padEnd(16)}${summary}`);
  }
}

const [name = "--list", ...words] = process.argv.slice(2);
if (name === "--list") await list();
else if (!names().includes(name)) {
  console.error(`No bench "${name}": see npm run -s bench -- --list`);
  process.exitCode = 1;
} else {
  const options = parseOptions(words);
  const { run, budgets = {} } = await load(name);
  const figures = await run(options, (line) => console.error(line));
  if (!printFigures(figures, budgets, options.has("json"), console)) process.exitCode = 1;
}
