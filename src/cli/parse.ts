import { z } from "zod";
import { toDayNumber } from "#src/domain/day.ts";
import { toLocal } from "#src/domain/local-time.ts";
import { rankCategories } from "#src/understanding/categories.ts";
import type { Now } from "#src/understanding/dates/frame.ts";
import { noteDates } from "#src/understanding/dates/notation.ts";
import { explain } from "#src/understanding/explain.ts";
import { normalise } from "#src/understanding/normalise.ts";
import { understand } from "#src/understanding/understand.ts";
import { answerJsonLines, type JsonLine } from "./json-lines.ts";
import { toLineError } from "./rules/line-fields.ts";

// npm run -s parse [-- --explain | --dates | --categories]: JSONL in, JSONL out, no database.

const ZONE = "Asia/Shanghai";
const Moment = z.string().transform((value, context) => {
  const at = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(value) ? value : `${value}+08:00`);
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue({ code: "custom", message: "`at` must be an ISO time" });
  return z.NEVER;
});
const Id = z.union([z.string(), z.number()]);
const Message = z.object({
  id: Id,
  text: z.string(),
  at: Moment,
  people: z.array(z.string()).default([]),
  places: z.array(z.string()).default([]),
});
const Dated = z.object({
  id: Id,
  text: z.string(),
  at: Moment,
  prefer: z.enum(["past", "future"]).optional(),
});
const Told = z.object({ id: Id, text: z.string() });

// The lines of a file mostly come with the same names: what is made of a list is made once.
const lists = new Map<string, readonly string[]>();
const MOST_LISTS = 1_000;

function asOne(list: readonly string[]): readonly string[] {
  const key = list.join("\n");
  const known = lists.get(key);
  if (known !== undefined) return known;
  if (lists.size >= MOST_LISTS) lists.clear();
  lists.set(key, list);
  return list;
}

function parseMessage(value: unknown, explained: boolean): unknown {
  const { id, text, at, people, places } = Message.parse(value);
  const read = understand(text, { at, zone: ZONE, people: asOne(people), places: asOne(places) });
  return explained ? { id, ...read, explain: explain(text, read) } : { id, ...read };
}

function parseDates(value: unknown): unknown {
  const { id, text, at, prefer: direction = "nearest" } = Dated.parse(value);
  const { day, minute } = toLocal(at, ZONE);
  const now: Now = { day: toDayNumber(day), second: minute * 60 + at.getSeconds(), direction };
  return { id, found: noteDates(normalise(text), now) };
}

function parseCategory(value: unknown): unknown {
  const { id, text } = Told.parse(value);
  return { id, ...rankCategories(normalise(text)) };
}

const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  "": (value) => parseMessage(value, false),
  "--explain": (value) => parseMessage(value, true),
  "--dates": parseDates,
  "--categories": parseCategory,
};
const USAGE = `usage: npm run -s parse [-- --explain|--dates|--categories] < lines.jsonl
a line: {"id": 1, "text": "…", "at": "2026-05-12T10:00:00+08:00"}, optional "people" and "places"`;

const answerBy = (read: (value: unknown) => unknown) => (line: JsonLine) => {
  if ("error" in line) return { error: line.error };
  try {
    return read(line.value);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const id = Told.pick({ id: true }).safeParse(line.value).data?.id;
    return { ...(id === undefined ? {} : { id }), ...toLineError(error) };
  }
};

const mode = process.argv[2] ?? "";
const read = Object.hasOwn(READERS, mode) ? READERS[mode] : undefined;
if (read === undefined) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  await answerJsonLines(process.stdin, process.stdout, answerBy(read));
}
