import { readFileSync } from "node:fs";

const table = (name: string): string[][] =>
  readFileSync(new URL(`./words/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

type Slip = { readonly wrong: string; readonly right: string };

// By the two first characters of what was typed.
const SLIPS = new Map<number, Slip[]>();
const keyOf = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

function learn(wrong: string, right: string): void {
  const key = keyOf(wrong, 0);
  SLIPS.set(key, [...(SLIPS.get(key) ?? []), { wrong, right }]);
}

// Characters that often stand alone: beside another they are no slip of a two-character word (三位问, 还未问).
const ALONE = new Set(readFileSync(new URL("./words/alone.txt", import.meta.url), "utf8").trim());

// sound, characters of that sound; then: word, its sounds, real words that sound like it and are no slips.
function learnSounds(): void {
  const sounds = new Map(table("sounds.tsv").map(([sound = "", characters = ""]) => [sound, characters]));
  for (const [word = "", said = "", real = ""] of table("meant.tsv")) {
    const others = new Set(real.split(" "));
    for (const [at, sound] of said.split(" ").entries())
      for (const character of sounds.get(sound) ?? "") {
        const wrong = word.slice(0, at) + character + word.slice(at + 1);
        if (wrong === word || others.has(wrong) || (word.length === 2 && ALONE.has(character))) continue;
        learn(wrong, word);
      }
  }
}

// Slips of the keyboard that sound tells nothing of, and what was meant.
for (const [wrong = "", right = ""] of table("typos.tsv")) learn(wrong, right);
learnSounds();

/**
 * Puts right what was typed or heard wrongly: known slips, and duty words of which one character was replaced by
 * another of the same sound (zh as z, ing as in). `heard` is told of each piece: where it stood, what stands there
 * now, and how many characters that replaces.
 */
export function mendSlips(text: string, heard: (at: number, now: string, length: number) => void): string {
  let out = "";
  for (let at = 0; at < text.length;) {
    const slip = SLIPS.get(keyOf(text, at))?.find(({ wrong }) => text.startsWith(wrong, at));
    const length = slip?.wrong.length ?? 1;
    const now = slip?.right ?? text.charAt(at);
    heard(at, now, length);
    out += now;
    at += length;
  }
  return out;
}
