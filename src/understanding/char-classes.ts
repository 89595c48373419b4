/** More different characters than all patterns name. */
const MOST = 4096;

const CLASSES = new Uint16Array(65_536);
/** Numbers for what is no character: what stands before the first one of a text, and behind the last. */
export const BEFORE_ALL = 1;
export const BEHIND_ALL = 2;
let used = BEHIND_ALL;

/** Numbers for the characters that patterns need, so that what is kept of each character is kept close together. */
export const CLASS_COUNT = MOST;

/** The number of a character that some pattern needs; the same each time. Throws where there are too many. */
export function toClass(character: string): number {
  const code = character.charCodeAt(0);
  if (CLASSES[code] === 0) {
    if (used === MOST - 1) throw new Error("patterns need too many different characters");
    used += 1;
    CLASSES[code] = used;
  }
  return CLASSES[code] ?? 0;
}

/** The number of the character of a code; 0 where no pattern needs it. */
export const classOf = (code: number): number => CLASSES[code] ?? 0;
