import { type CharSet, hasChar } from "./char-set.ts";

/**
 * The first `most` matches of a pattern with the flag g, as `matchAll` gives them. That one copies the pattern for
 * each text, and to copy a large pattern takes longer than to search with it.
 */
export function listMatches(pattern: RegExp, text: string, most = Infinity): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  while (found.length < most) {
    const match = pattern.exec(text);
    if (match === null) break;
    found.push(match);
    pattern.lastIndex = behind(match, pattern, text);
  }
  pattern.lastIndex = 0;
  return found;
}

/**
 * The same by a pattern with the flag y that takes nothing but what begins with a character of a set: it is tried where
 * one stands. A pattern that begins by looking back would look back at every place.
 */
export function listBeginning(
  begins: CharSet,
  pattern: RegExp,
  text: string,
  most = Infinity,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < text.length && found.length < most; at += 1) {
    if (!hasChar(begins, text.charCodeAt(at))) continue;
    const match = execFrom(pattern, text, at);
    if (match === null) continue;
    found.push(match);
    at += match[0].length - 1;
  }
  return found;
}

/** The same for several patterns, as one finds them that joins them all by a bar. */
export function listJoined(patterns: readonly RegExp[], text: string, most = Infinity): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const next = patterns.map((pattern) => execFrom(pattern, text, 0));
  while (found.length < most) {
    let first = 0;
    for (let nth = 1; nth < next.length; nth += 1)
      if ((next[nth]?.index ?? Infinity) < (next[first]?.index ?? Infinity)) first = nth;
    const match = next[first] ?? null;
    const [pattern] = patterns;
    if (match === null || pattern === undefined) break;
    found.push(match);
    const from = behind(match, pattern, text);
    for (const [nth, one] of patterns.entries()) {
      const known = next[nth] ?? null;
      if (known !== null && known.index < from) next[nth] = execFrom(one, text, from);
    }
  }
  return found;
}

function execFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match;
}

// What matched nothing at all would be found again.
const behind = ({ 0: words, index }: RegExpExecArray, pattern: RegExp, text: string): number =>
  words === "" ? index + (isPair(pattern, text, index) ? 2 : 1) : index + words.length;

const isPair = ({ unicode }: RegExp, text: string, at: number): boolean =>
  unicode && (text.codePointAt(at) ?? 0) > 0xffff;
