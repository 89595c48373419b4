import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { understand } from "#src/understanding/understand.ts";

/** A labelled message of the corpus, as the reader gets it. */
export type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly style?: string;
  readonly batch?: number;
  readonly people: readonly string[];
  readonly places: readonly string[];
};

export type Score = {
  readonly messages: number;
  readonly fieldAccuracy: number;
  readonly exact: number;
  readonly silent: number;
  readonly needless: number;
};

const CORPUS = fileURLToPath(new URL("../corpus", import.meta.url));
const run = promisify(execFile);

/** The messages of one file of the corpus. */
export async function labelled(file: string): Promise<Labelled[]> {
  const text = await readFile(path.join(CORPUS, file), "utf8");
  // Lists that are equal are one list, as they are in a house: the reader makes each ready once.
  const lists = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]): readonly string[] => {
    const key = list.join("\n");
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const message: Labelled = JSON.parse(line);
      return { ...message, people: shared(message.people), places: shared(message.places) };
    });
}

/** What the reader makes of a labelled message. */
export const read = ({ text, at, people, places }: Labelled): ReturnType<typeof understand> =>
  understand(text, { at: new Date(at), zone: "Asia/Shanghai", people, places });

/** Reads messages and has the corpus's own scorer judge what was read. */
export async function score(messages: readonly Labelled[]): Promise<Score> {
  const folder = await mkdtemp(path.join(tmpdir(), "lvzhi-score-"));
  const gold = path.join(folder, "gold.jsonl");
  const got = path.join(folder, "got.jsonl");
  const lines = (values: readonly unknown[]): string => values.map((one) => JSON.stringify(one)).join("\n");
  try {
    await writeFile(gold, lines(messages));
    await writeFile(got, lines(messages.map((message) => ({ id: message.id, ...read(message) }))));
    const { stdout } = await run(process.execPath, [path.join(CORPUS, "score.mjs"), gold, got, "--json"]);
    const judged: Score = JSON.parse(stdout);
    return judged;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
