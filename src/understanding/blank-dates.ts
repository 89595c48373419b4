import type { FoundDate } from "./dates/found.ts";

/** The text with blanks in the place of its days. */
export function blankDates(text: string, dates: readonly FoundDate[]): string {
  let out = "";
  let from = 0;
  for (const { index, text: words } of dates) {
    if (index < from) continue;
    out += text.slice(from, index) + " ".repeat(words.length);
    from = index + words.length;
  }
  return out + text.slice(from);
}
