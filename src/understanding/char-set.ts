/** Characters by their code, a bit each: small enough to stay near while text after text is looked at. */
export type CharSet = Uint32Array;

/** A set that holds no character. */
export const noChars = (): CharSet => new Uint32Array(2048);

/** Puts a character into a set, by its code (below 65,536). */
export function addChar(set: CharSet, code: number): void {
  set[code >>> 5] = (set[code >>> 5] ?? 0) | (1 << (code & 31));
}

/** Makes a set of the single characters of a string. */
export function toCharSet(characters: string): CharSet {
  const set = noChars();
  for (let at = 0; at < characters.length; at += 1) addChar(set, characters.charCodeAt(at));
  return set;
}

/** True where a set holds the character of a code; false for NaN, which stands behind the end of a text. */
export const hasChar = (set: CharSet, code: number): boolean =>
  (((set[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 1;

/** The same with every blank (what \s stands for in a pattern). */
export function withBlanks(characters: string): CharSet {
  const set = toCharSet(characters);
  for (let code = 0; code < 65_536; code += 1) if (/\s/u.test(String.fromCharCode(code))) addChar(set, code);
  return set;
}

/** A text without what it begins with of one set and ends with of another. Linear. */
export function trimEnds(text: string, leading: CharSet, trailing: CharSet): string {
  let from = 0;
  let to = text.length;
  while (from < to && hasChar(leading, text.charCodeAt(from))) from += 1;
  while (to > from && hasChar(trailing, text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** A text with something else for each character of a set. Linear. */
export function replaceChars(text: string, set: CharSet, instead: string): string {
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!hasChar(set, text.charCodeAt(at))) continue;
    out += text.slice(from, at) + instead;
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** The parts of a text between the characters of a set, as `split` gives them. Linear. */
export function splitAt(text: string, set: CharSet): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!hasChar(set, text.charCodeAt(at))) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** How many characters of a text are not in a set. Linear. */
export function countOther(text: string, set: CharSet): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (!hasChar(set, text.charCodeAt(at))) count += 1;
  return count;
}
