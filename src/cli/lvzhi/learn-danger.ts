import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { Fault } from "#src/kernel/fault.ts";
import { composeAlarmLessons, toKind } from "#src/understanding/alarm/alarm-lessons.ts";
import { type AlarmLesson, learnAlarm } from "#src/understanding/alarm/learn-alarm.ts";
import { writeAlarm } from "#src/understanding/alarm/table.ts";

const TABLE = new URL("../../understanding/alarm/alarm.tsv", import.meta.url);

const Labelled = z.object({
  text: z.string(),
  gold: z.object({ opinions: z.array(z.object({ urgent: z.boolean().optional() })).default([]) }),
});

/**
 * Lessons from a file, by its ending: `kind<tab>text` or a bare harmless text a line in a `.tsv`, labelled messages
 * in a `.jsonl`, of which those without an urgent opinion are harmless and the others teach nothing.
 */
export function readAlarmLessons(file: string, text: string): AlarmLesson[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (!file.endsWith(".jsonl"))
    return lines.map((line) => {
      const [kind = "", said] = line.split("\t");
      return said === undefined ? { text: kind, kind: "none" } : { text: said, kind: toKind(kind) };
    });
  return lines.flatMap((line, at): AlarmLesson[] => {
    const read = Labelled.safeParse(parsed(line));
    if (!read.success) throw new Fault("config.invalid", `${file}, line ${at + 1} is no labelled message.`);
    const { text: said, gold } = read.data;
    return gold.opinions.some(({ urgent }) => urgent === true) ? [] : [{ text: said, kind: "none" }];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Learns from the written lessons and files how danger is told, and keeps it as the reader's table. */
export const LEARN_DANGER = {
  usage: "FILE.tsv|FILE.jsonl…",
  does: "teaches the reader how danger is told",
  run: async (
    files: readonly string[],
    { print }: { readonly print: (line: string) => void },
  ): Promise<void> => {
    if (files.length === 0)
      throw new Fault(
        "config.invalid",
        "learn-danger takes files of what is said in danger, and of what is not.",
      );
    const lessons = [
      ...composeAlarmLessons(),
      ...files.flatMap((file) => readAlarmLessons(file, readText(file))),
    ];
    const table = writeAlarm(learnAlarm(lessons));
    const fresh = new URL("alarm.tsv.new", TABLE);
    writeFileSync(fresh, `${table}\n`);
    renameSync(fresh, TABLE);
    print(`learned from ${lessons.length} sayings; ${table.split("\n").length} features kept`);
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Fault("config.invalid", `${file} cannot be read: check its path.`, { cause });
  }
}
