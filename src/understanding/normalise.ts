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

const TYPOS: readonly (readonly [RegExp, string])[] = [
  [/走防|走坊|走仿|走访访/gu, "走访"],
  [/接侍|接代(?=选民|群众)|接带(?=选民|群众)/gu, "接待"],
  [/视查/gu, "视察"],
  [/调言|掉研/gu, "调研"],
  [/值斑/gu, "值班"],
  [/反应(?=路|水|电|村|说|了|:|,|,)/gu, "反映"],
  [/述织/gu, "述职"],
];

/** Longer messages are read up to here; nobody writes more in one breath. */
const MOST = 6_000;

/**
 * The text as the reader takes it: simplified characters, ordinary digits and punctuation, common typing errors of
 * duty words corrected, odd spaces gone. Never longer than the original.
 */
export function normalise(text: string): string {
  let out = "";
  for (const character of text.slice(0, MOST)) out += plain(character);
  return TYPOS.reduce((left, [wrong, right]) => left.replace(wrong, right), out);
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
