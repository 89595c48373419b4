import { toWordsXml } from "./cell-xml.ts";

/** The words that a workbook says again and again: written once, and called by their place in the list. */
export type SaidOften = {
  /** The place of these words, which are added where they are new. */
  readonly placeOf: (words: string) => number;
  /** All of them, as the XML of their entries in order. */
  readonly entries: () => readonly string[];
};

/** Begins a list that holds nothing. */
export function createSaidOften(): SaidOften {
  const places = new Map<string, number>();
  const entries: string[] = [];
  return {
    placeOf: (words) => {
      const kept = places.get(words);
      if (kept !== undefined) return kept;
      places.set(words, entries.length);
      entries.push(`<si>${toWordsXml(words)}</si>`);
      return entries.length - 1;
    },
    entries: () => entries,
  };
}
