/** The end of a chain: how many lines it has, and the last one's seal in hexadecimal. */
export type ChainEnd = { readonly place: number; readonly seal: string };

export const EMPTY_CHAIN: ChainEnd = { place: 0, seal: "" };

/** A keyed hash of 256 bits: nobody without the key can make the one that belongs to a changed text. */
export type Keyed = (text: string) => string;

/** The seal of the line that follows: it vouches for the line, its place, and everything before it. */
export const nextSeal = (keyed: Keyed, end: ChainEnd, words: string): ChainEnd => {
  const place = end.place + 1;
  const seal = Buffer.from(keyed(`audit ${place} ${end.seal} ${words}`)).toString("hex");
  return { place, seal };
};

// Earlier programs kept the first 96 bits only: such lines begin a chain, and none follows a whole seal.
const EARLIER = 16;
const EARLIER_HEX = 2 * EARLIER;

/**
 * The end of the chain with a line that was sealed, or null where this is not its seal. A seal of an earlier program is
 * taken as long as no whole one came before it.
 */
export function followSeal(keyed: Keyed, end: ChainEnd, words: string, seal: string): ChainEnd | null {
  const next = nextSeal(keyed, end, words);
  if (seal === next.seal) return next;
  const isEarlier = end.seal.length <= EARLIER_HEX && seal === next.seal.slice(0, EARLIER_HEX);
  return isEarlier ? { place: next.place, seal } : null;
}

/** The end of the chain as it is noted beside it, so that cutting lines off the end is found too. */
export const noteEnd = (keyed: Keyed, { place, seal }: ChainEnd): string =>
  `${place}:${seal}:${keyed(`audit-end ${place} ${seal}`)}`;

/** Reads such a note; null where it was not made with this key. */
export function readEnd(keyed: Keyed, note: string): ChainEnd | null {
  const [place = "", seal = "", mark = ""] = note.split(":");
  const end = { place: Number(place), seal };
  const whole = noteEnd(keyed, end);
  if (note === whole) return end;
  const isEarlier = seal.length <= EARLIER_HEX && mark.length === EARLIER && whole.startsWith(note);
  return isEarlier ? end : null;
}
