import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// What a file reads in by itself, and not only where a setting asks for it.
const IMPORT = /^(?:import|export)\s+(?!type\s)[^;"]*?"([^"]+)";/gmu;

/** The packages that a file reads in, by itself and by all that it reads in of ours. */
function packagesOf(file: string, read = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (read.has(file)) return found;
  read.add(file);
  for (const [, to = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    const ours = to.startsWith("#") ? to.slice(1) : path.join(path.dirname(file), to);
    if (!to.startsWith("#") && !to.startsWith(".")) found.add(to);
    else if (ours.endsWith(".ts")) for (const one of packagesOf(ours, read)) found.add(one);
  }
  return found;
}

test("the libraries of networks are read in only where a setting names the network", () => {
  const always = packagesOf("src/compose/run.ts");
  expect([...always]).toEqual(expect.arrayContaining(["fastify", "zod", "drizzle-orm"]));
  expect([...always].filter((name) => /^(?:grammy|wechaty|file-box|qrcode)/u.test(name))).toEqual([]);
  expect(packagesOf("bot/telegram/channel.ts")).toContain("grammy");
  // wechaty itself is larger still: its channel reads it in when it is about to log in.
  expect([...packagesOf("bot/wechat/channel.ts")].filter((name) => name.startsWith("wechaty"))).toEqual([]);
});
