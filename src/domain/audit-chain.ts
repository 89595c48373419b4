/** The end of a chain: how many lines it has, and the last one's seal in hexadecimal. */
export type ChainEnd = { readonly place: number; readonly seal: string };

export const EMPTY_CHAIN: ChainEnd = { place: 0, seal: "" };

/** A keyed hash: nobody without the key can make the one that belongs to a changed text. */
export type Keyed = (text: string) => string;

/** The seal of the line that follows: it vouches for the line, its place, and everything before it. */
export const nextSeal = (keyed: Keyed, end: ChainEnd, words: string): ChainEnd => {
  const place = end.place + 1;
  const seal = Buffer.from(keyed(`audit ${place} ${end.seal} ${words}`)).toString("hex");
  return { place, seal };
};

/** The end of the chain as it is noted beside it, so that cutting lines off the end is found too. */
export const noteEnd = (keyed: Keyed, { place, seal }: ChainEnd): string =>
  `${place}:${seal}:${keyed(`audit-end ${place} ${seal}`)}`;

/** Reads such a note; null where it was not made with this key. */
export function readEnd(keyed: Keyed, note: string): ChainEnd | null {
  const [place = "", seal = ""] = note.split(":");
  const end = { place: Number(place), seal };
  return noteEnd(keyed, end) === note ? end : null;
}
