import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Fault } from "#src/kernel/fault.ts";
import { splitClauses } from "#src/understanding/clauses.ts";
import { toReadable } from "#src/understanding/readable.ts";
import { type Example, learn } from "#src/understanding/sense/learn.ts";
import { writeSense } from "#src/understanding/sense/table.ts";

const TABLE = new URL("../../understanding/sense/sense.tsv", import.meta.url);

const Labelled = z.object({
  text: z.string(),
  people: z.array(z.string()).default([]),
  places: z.array(z.string()).default([]),
  gold: z.object({
    intent: z.string(),
    reports: z
      .array(
        z.object({
          kind: z.union([z.string(), z.array(z.string())]).optional(),
          counts: z.record(z.string(), z.number()).default({}),
          open_counts: z.boolean().default(false),
        }),
      )
      .default([]),
    on_behalf: z.string().optional(),
    opinions: z.array(z.object({ gist: z.array(z.string()).default([]) })).default([]),
    query: z.object({ name: z.string() }).optional(),
  }),
});

/** Examples from lines of labelled messages in the exchange format; throws a Fault that names the wrong line. */
export function readExamples(file: string, lines: string): Example[] {
  return lines
    .split("\n")
    .flatMap((line, at): Example[] =>
      line.trim() === "" ? [] : toExamples(line, `${file}, line ${at + 1}`),
    );
}

function toExamples(line: string, where: string): Example[] {
  const read = Labelled.safeParse(parsed(line, where));
  if (!read.success) throw new Fault("config.invalid", `${where} is no labelled message.`);
  const { text, people, places, gold } = read.data;
  const [only, ...others] = gold.reports;
  const kind = others.length > 0 || gold.opinions.length > 0 ? undefined : only?.kind;
  const whole = {
    text,
    people,
    places,
    intent: gold.intent,
    ...(kind === undefined ? {} : { kind: Array.isArray(kind) ? (kind[0] ?? "") : kind }),
    ...(gold.reports.length + gold.opinions.length === 0
      ? {}
      : { voices: gold.opinions.length === 0 ? "none" : "some" }),
    records: others.length > 0 ? "more" : only === undefined ? "none" : "one",
    ...(only === undefined || others.length > 0 || only.open_counts
      ? {}
      : { unit: Object.keys(only.counts)[0] ?? "none" }),
    behalf: gold.on_behalf === undefined ? "none" : "some",
    ...(gold.query === undefined ? {} : { query: gold.query.name }),
  };
  const parts = TOLD.includes(gold.intent) ? partsOf(read.data) : [];
  return [whole, ...parts];
}

const TOLD: readonly string[] = ["report", "opinion", "chat"];
/** Nothing can be learned of a shorter part. */
const SHORTEST = 2;

// What holds a word of an opinion is a matter; where there is no opinion, nothing is. Of the rest nothing is known.
function partsOf({ text, people, places, gold }: z.infer<typeof Labelled>): Example[] {
  const words = gold.opinions.flatMap((one) => one.gist);
  return splitClauses(toReadable(text, places)).flatMap((clause): Example[] => {
    const said = clause.text.trim();
    if (said.replace(/[^一-龥a-z0-9]/giu, "").length < SHORTEST) return [];
    if (words.some((word) => said.includes(word))) return [{ text: said, people, places, matter: "some" }];
    return gold.opinions.length === 0 ? [{ text: said, people, places, matter: "none" }] : [];
  });
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Fault("config.invalid", `${where} is no JSON.`, { cause });
  }
}

/** Learns from labelled messages what a message wants, and keeps it as the reader's table. */
export const LEARN = {
  usage: "FILE.jsonl…",
  does: "teaches the reader what messages want",
  run: async (
    files: readonly string[],
    { print }: { readonly print: (line: string) => void },
  ): Promise<void> => {
    if (files.length === 0) throw new Fault("config.invalid", "learn takes files of labelled messages.");
    const examples = files.flatMap((file) => readExamples(file, readText(file)));
    const table = writeSense(learn(examples));
    const fresh = new URL("sense.tsv.new", TABLE);
    writeFileSync(fresh, `${table}\n`);
    renameSync(fresh, TABLE);
    print(`learned from ${examples.length} messages; ${table.split("\n").length} features kept`);
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Fault("config.invalid", `${file} cannot be read: check its path.`, { cause });
  }
}
