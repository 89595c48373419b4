import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isLeak } from "./leaks.ts";

const MOST_SHOWN = 10;

/**
 * Searches everything that a run wrote by the side: what every service and command of every test file logged and
 * exposed as figures, and the database server's own log. Throws, and so fails the run, where anybody's words, names,
 * numbers or secrets stand in it.
 */
export function searchWritten(folder: string, serverLog: string): void {
  const files = [...readdirSync(folder).map((one) => path.join(folder, one)), serverLog];
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => ({ file: path.basename(file), line })),
  );
  const leaks = lines.filter(({ line }) => isLeak(line));
  if (leaks.length === 0) return;
  const shown = leaks.slice(0, MOST_SHOWN).map(({ file, line }) => `${file}: ${line}`);
  throw new Error(`${leaks.length} lines hold what nobody may read there:\n${shown.join("\n")}`);
}
