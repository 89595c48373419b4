import { isCountUnit } from "#src/domain/count-unit.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import { findCounts } from "./counts.ts";
import { findDates } from "./dates/find-dates.ts";
import { findKinds } from "./kinds.ts";
import { normalise } from "./normalise.ts";
import { smooth } from "./smooth.ts";
import type { Understanding } from "./understanding.ts";

/** Which words of a message gave which field, as they were typed, and where they stand in it. */
export type Explained = { readonly field: string; readonly words: string; readonly index: number };

/** Finds, for each field of what was read, the words of the message that it came from. Pure. */
export function explain(said: string, read: Understanding): Explained[] {
  const locate = locator(said);
  const found: Explained[] = [];
  const note = (field: string, words: string | undefined): void => {
    const place = words === undefined ? undefined : locate(words);
    if (place !== undefined) found.push({ field, ...place });
  };
  for (const [at, report] of read.reports.entries()) {
    note(`reports.${at}.kind`, kindWords(report));
    for (const date of findDates(report.text, { today: report.date, prefer: "past" }))
      note(`reports.${at}.date`, date.text);
    note(`reports.${at}.place`, report.place);
    for (const name of report.with ?? []) note(`reports.${at}.with`, name);
    for (const unit of Object.keys(report.counts ?? {}))
      note(`reports.${at}.counts.${unit}`, countWords(report, unit));
  }
  for (const [at, opinion] of read.opinions.entries()) {
    note(`opinions.${at}.text`, opinion.text);
    note(`opinions.${at}.place`, opinion.place);
  }
  note("suggestion.title", read.suggestion?.title);
  note("suggestion.person", read.suggestion?.person);
  note("query.org", read.query?.org);
  note("query.person", read.query?.person);
  note("onBehalf", read.onBehalf);
  return found;
}

type Located = { readonly words: string; readonly index: number };

// Words are looked for in the text as it was read; where they stood in what was typed is kept for each character.
function locator(said: string): (words: string) => Located | undefined {
  const origins: number[] = [];
  const plain = normalise(said, origins);
  const lead = plain.length - plain.trimStart().length;
  const { text, at } = smooth(plain.trim());
  const originOf = (index: number): number => origins[lead + (at[index] ?? 0)] ?? 0;
  return (words) => {
    const from = words === "" ? -1 : text.indexOf(words);
    if (from < 0) return undefined;
    const index = originOf(from);
    const last = originOf(from + words.length - 1);
    const end = last + (String.fromCodePoint(said.codePointAt(last) ?? 0).length || 1);
    return { words: said.slice(index, end), index };
  };
}

function kindWords({ kind, text }: ReportDraft): string | undefined {
  const named = findKinds(text).find((one) => one.kind === kind);
  return named === undefined ? undefined : text.slice(named.index, named.index + named.length);
}

const NUMBERED = /(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万半]+)[多余来]?[一-龥]{0,6}/gu;

// The shortest stretch after a number that alone counts the same.
function countWords({ kind, text, counts }: ReportDraft, unit: string): string | undefined {
  if (!isCountUnit(unit)) return undefined;
  for (const [stretch] of text.matchAll(NUMBERED))
    for (let length = 1; length <= stretch.length; length += 1) {
      const words = stretch.slice(0, length);
      if (findCounts(words, kind).counts[unit] === counts?.[unit]) return words;
    }
  return undefined;
}
