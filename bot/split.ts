/**
 * A text in pieces of at most `most` UTF-16 units, cut at the ends of lines where that is possible, else at spaces,
 * else between characters; never inside a surrogate pair. Joined again (with the line ends) it is the same text.
 */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutAt(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(rest[at] === "\n" ? at + 1 : at);
  }
  return [...pieces, rest];
}

function cutAt(text: string, most: number): number {
  const line = text.lastIndexOf("\n", most);
  if (line > 0) return line;
  const pause = Math.max(...PAUSES.map((mark) => text.lastIndexOf(mark, most - 1)));
  if (pause > most / 2) return pause + 1;
  return isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most;
}

const PAUSES = [" ", "。", ";", ",", "、"];
const isHighSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;
