import { readFileSync } from "node:fs";

// Two columns without a head: a traditional or misused character, and the simplified one it stands for.
const PAIRS = readFileSync(new URL("./words/traditional.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const SIMPLIFIED = new Map(
  PAIRS.flatMap((line) => {
    const [from = "", to = ""] = line.split("\t");
    return Array.from(from).map(
      (character, index) => [character, Array.from(to)[index] ?? character] as const,
    );
  }),
);

// Two columns: a slip of the keyboard or a word that sounds the same, and the word that was meant.
const SLIPS = new Map(
  readFileSync(new URL("./words/typos.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [wrong = "", right = ""] = line.split("\t");
      return [wrong, right] as const;
    }),
);
const SLIP = new RegExp([...SLIPS.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

/** Longer messages are read up to here; nobody writes more in one breath. */
const MOST = 6_000;

/**
 * The text as the reader takes it: simplified characters, ordinary digits and punctuation, common typing errors of
 * duty words corrected, character for character where nothing invisible is dropped.
 */
export function normalise(text: string): string {
  let out = "";
  for (const character of text.slice(0, MOST)) out += plain(character);
  return out.replace(SLIP, (wrong) => SLIPS.get(wrong) ?? wrong);
}

function plain(character: string): string {
  const simplified = SIMPLIFIED.get(character);
  if (simplified !== undefined) return simplified;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0 || code === 0x2003) return " ";
  if (code === 0xfeff || code === 0x200b || code === 0x200d || (code >= 0x2060 && code <= 0x2064)) return "";
  return character;
}
