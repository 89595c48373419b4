import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { findDates } from "./dates/find-dates.ts";
import { findKinds } from "./kinds.ts";
import { normalise } from "./normalise.ts";
import type { Understanding } from "./understanding.ts";

/** Which words of a message gave which field: what somebody wants to see who asks why it was read so. */
export type Explained = { readonly field: string; readonly words: string; readonly index: number };

/** Finds, for each field of what was read, the words that it came from. */
export function explain(said: string, read: Understanding): Explained[] {
  const text = normalise(said);
  const found: Explained[] = [];
  const note = (field: string, words: string | undefined): void => {
    const index = words === undefined || words === "" ? -1 : text.indexOf(words);
    if (index >= 0 && words !== undefined) found.push({ field, words, index });
  };
  for (const [at, report] of read.reports.entries()) {
    const kind = findKinds(report.text).find((one) => one.kind === report.kind);
    note(
      `reports.${at}.kind`,
      kind === undefined ? undefined : report.text.slice(kind.index, kind.index + 4),
    );
    for (const date of findDates(report.text, { today: report.date, prefer: "past" }))
      note(`reports.${at}.date`, date.text);
    note(`reports.${at}.place`, report.place);
    for (const name of report.with ?? []) note(`reports.${at}.with`, name);
    for (const unit of Object.keys(report.counts ?? {}))
      note(`reports.${at}.counts.${unit}`, isCountUnit(unit) ? COUNT_UNITS[unit] : undefined);
  }
  for (const [at, opinion] of read.opinions.entries()) note(`opinions.${at}.text`, opinion.text);
  return found;
}
