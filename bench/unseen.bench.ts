import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readExamples } from "#src/cli/lvzhi/learn.ts";
import { learn } from "#src/understanding/sense/learn.ts";
import { writeSense } from "#src/understanding/sense/table.ts";
import type { Bench, Figures } from "./bench.ts";

const HOUSE = fileURLToPath(new URL("..", import.meta.url));
const CORPUS = path.join(HOUSE, "test/corpus");
const run = promisify(execFile);

/** What the scorer of the corpus tells of a file. */
type Judged = {
  readonly messages: number;
  readonly fieldAccuracy: number;
  readonly silent: number;
  readonly needless: number;
  readonly fields: Readonly<Record<string, string>>;
};

const batchOf = (line: string): number => {
  const { batch = 1 }: { batch?: number } = JSON.parse(line);
  return batch;
};

const linesOf = async (name: string): Promise<string[]> =>
  (await readFile(path.join(CORPUS, name), "utf8")).trim().split("\n");

/** A copy of the reader whose sense of messages may be another one. */
async function copyReader(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "lvzhi-unseen-"));
  for (const name of ["src", "package.json"])
    await cp(path.join(HOUSE, name), path.join(folder, name), { recursive: true });
  await symlink(path.join(HOUSE, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

async function judge(
  folder: string,
  tested: readonly string[],
  taught: readonly string[],
): Promise<{ readonly judged: Judged; readonly shown: string }> {
  const table = writeSense(learn(readExamples("corpus", taught.join("\n"))));
  await writeFile(path.join(folder, "src/understanding/sense/sense.tsv"), `${table}\n`);
  const [gold, got] = [path.join(folder, "gold.jsonl"), path.join(folder, "got.jsonl")];
  await writeFile(gold, tested.join("\n"));
  const parse = run(process.execPath, ["src/cli/parse.ts"], { cwd: folder, maxBuffer: 2 ** 26 });
  parse.child.stdin?.end(tested.join("\n"));
  await writeFile(got, (await parse).stdout);
  const scored = (flag: string): ReturnType<typeof run> =>
    run(process.execPath, [path.join(CORPUS, "score.mjs"), gold, got, flag]);
  const [judged, shown] = await Promise.all([scored("--json"), scored("--show")]);
  return { judged: JSON.parse(String(judged.stdout)), shown: String(shown.stdout) };
}

const percent = (share: number): string => (share * 100).toFixed(1);

function toFigures(judged: ReadonlyMap<number, Judged>): Figures {
  const figures: Record<string, string> = {};
  const sums = { messages: 0, right: 0, all: 0, silent: 0, needless: 0 };
  const fields = new Map<string, [number, number]>();
  for (const [batch, { messages, fieldAccuracy, silent, needless, fields: told }] of judged) {
    figures[`batch ${batch}: fields, silent, needless %`] =
      `${percent(fieldAccuracy)} ${percent(silent)} ${percent(needless)}`;
    sums.messages += messages;
    sums.silent += silent * messages;
    sums.needless += needless * messages;
    for (const [name, figure] of Object.entries(told)) {
      const [right = 0, all = 0] = figure.split("/").map(Number);
      const [rightBefore, allBefore] = fields.get(name) ?? [0, 0];
      fields.set(name, [rightBefore + right, allBefore + all]);
      sums.right += right;
      sums.all += all;
    }
  }
  for (const [name, [right, all]] of fields) figures[name] = `${right}/${all}`;
  const { messages, right, all, silent, needless } = sums;
  figures["all: fields, silent, needless %"] =
    `${percent(right / all)} ${percent(silent / messages)} ${percent(needless / messages)}`;
  return figures;
}

export const bench: Bench = {
  name: "unseen",
  summary: "each batch of our messages read by a reader that learned from the others only; --batch N, --show",
  async run(options, progress) {
    const own = [...(await linesOf("messages.own.jsonl")), ...(await linesOf("messages.more.jsonl"))];
    const dev = await linesOf("messages.dev.jsonl");
    const only = options.get("batch");
    const batches = [...new Set(own.map(batchOf))].sort((a, b) => a - b);
    const folder = await copyReader();
    const judged = new Map<number, Judged>();
    try {
      for (const batch of batches) {
        if (only !== undefined && Number(only) !== batch) continue;
        const tested = own.filter((line) => batchOf(line) === batch);
        const taught = own.filter((line) => batchOf(line) !== batch);
        const told = await judge(folder, tested, [...dev, ...taught]);
        judged.set(batch, told.judged);
        progress(`batch ${batch} of ${told.judged.messages} messages read`);
        if (options.has("show")) progress(told.shown);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return toFigures(judged);
  },
};
