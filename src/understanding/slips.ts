import { readFileSync } from "node:fs";
import { addChar, type CharSet, hasChar } from "./char-set.ts";

const table = (name: string): string[][] =>
  readFileSync(new URL(`./words/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));

const GROUPS = table("sounds.tsv").map(([, characters = ""]) => characters);
const ALIKE = new Map(GROUPS.flatMap((group) => Array.from(group).map((one) => [one, group] as const)));

/** The characters that sound like one, itself among them; the one alone where nothing is known of it. */
const soundsLike = (character: string): string => ALIKE.get(character) ?? character;

type Slip = { readonly wrong: string; readonly right: string };

// By the two first characters of what was typed.
type Slips = { readonly known: Map<number, Slip[]>; readonly begins: CharSet };
const SIEVE = 0x4_0000;
const noSlips = (): Slips => ({ known: new Map(), begins: new Uint32Array(SIEVE / 32) });
// Most pairs of characters begin no slip: nearly all of those are told from what does by a short number of the pair.
const sievedOf = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e37) ^ text.charCodeAt(at + 1)) & (SIEVE - 1);
const SLIPS: Slips = noSlips();
const keyOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

function learn({ known, begins }: Slips, wrong: string, right: string): void {
  const key = keyOf(wrong, 0);
  const same = known.get(key);
  addChar(begins, sievedOf(wrong, 0));
  if (same === undefined) known.set(key, [{ wrong, right }]);
  else same.push({ wrong, right });
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
        learn(SLIPS, wrong, word);
      }
  }
}

// Slips of the keyboard that sound tells nothing of, and what was meant.
for (const [wrong = "", right = ""] of table("typos.tsv")) learn(SLIPS, wrong, right);
learnSounds();

// Built once for each list of places: most messages of a house come with the same list.
const PLACE_SLIPS = new WeakMap<readonly string[], Slips>();

function slipsOf(places: readonly string[]): Slips {
  const kept = PLACE_SLIPS.get(places);
  if (kept !== undefined) return kept;
  const slips = noSlips();
  const known = new Set(places);
  for (const place of places.filter((one) => one.length >= 3 && one.length <= 8))
    for (const [at, right] of Array.from(place).entries())
      for (const character of soundsLike(right)) {
        const wrong = place.slice(0, at) + character + place.slice(at + 1);
        if (!known.has(wrong)) learn(slips, wrong, place);
      }
  PLACE_SLIPS.set(places, slips);
  return slips;
}

/** Puts right a known place of which one character was replaced by another of the same sound: 头保村. Same length. */
export const mendPlaces = (text: string, places: readonly string[]): string => mend(text, slipsOf(places));

/**
 * Puts right what was typed or heard wrongly: known slips, and duty words of which one character was replaced by
 * another of the same sound (zh as z, ing as in). `heard` is told of each piece: where it stood, how long it was, and how
 * long that is which stands there now.
 */
export function mendSlips(text: string, heard?: Heard): string {
  return mend(text, SLIPS, heard);
}

type Heard = (at: number, length: number, now: number) => void;

function mend(text: string, { known, begins }: Slips, heard?: Heard): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const slip = hasChar(begins, sievedOf(text, at))
      ? known.get(keyOf(text, at))?.find(({ wrong }) => text.startsWith(wrong, at))
      : undefined;
    if (slip === undefined) {
      heard?.(at, 1, 1);
      continue;
    }
    heard?.(at, slip.wrong.length, slip.right.length);
    out += text.slice(from, at) + slip.right;
    from = at + slip.wrong.length;
    at = from - 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
