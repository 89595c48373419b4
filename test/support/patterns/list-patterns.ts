import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Where patterns are made of words when a module is loaded, and loading it does nothing else. */
const BUILT = /^src\/(?:dialog|domain|message|text|understanding)\//u;

/** Every pattern of the program, written out or put together, and where it stands. */
export async function listPatterns(): Promise<
  ReadonlyMap<string, { readonly pattern: RegExp; readonly at: string }>
> {
  const files = ["src", "bot", "jobs", "db"].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join(room, name)),
  );
  const found = new Map<string, { pattern: RegExp; at: string }>();
  const add = (pattern: RegExp, at: string): void => {
    const plain = new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/gu, ""));
    if (!found.has(String(plain))) found.set(String(plain), { pattern: plain, at });
  };
  for (const file of files) for (const written of literalsOf(file)) add(written, file);
  for (const built of await builtIn(files.filter((file) => BUILT.test(file)))) add(built.pattern, built.at);
  return found;
}

function literalsOf(file: string): RegExp[] {
  const found: RegExp[] = [];
  const { program } = parseSync(file, readFileSync(path.join(ROOT, file), "utf8"));
  new Visitor({
    Literal: (node) => {
      if ("regex" in node) found.push(new RegExp(node.regex.pattern, node.regex.flags));
    },
  }).visit(program);
  return found;
}

async function builtIn(files: readonly string[]): Promise<{ pattern: RegExp; at: string }[]> {
  const found: { pattern: RegExp; at: string }[] = [];
  const real = globalThis.RegExp;
  let at = "";
  globalThis.RegExp = new Proxy(real, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const pattern = new target(source, flags);
      found.push({ pattern, at });
      return pattern;
    },
  });
  try {
    for (const file of files) {
      at = file;
      await import(path.join(ROOT, file));
    }
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}
