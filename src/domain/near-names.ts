/** How many near names are worth showing. */
const MOST = 3;

/**
 * Names that somebody may have meant: of the same length with one character else (张玮 for 张伟), with one character too
 * many or too few, or of the family that 小张 or 老张 belongs to. Best first; nothing for what is in the list itself.
 */
export function nearNames(said: string, names: readonly string[]): string[] {
  const family = /^[小老大](?<family>[\u4e00-\u9fff])$/u.exec(said)?.groups?.["family"];
  const isNear = (name: string): boolean =>
    family === undefined ? name !== said && isOneAway(said, name) : name.startsWith(family);
  return names.filter(isNear).slice(0, MOST);
}

function isOneAway(said: string, name: string): boolean {
  const [one, other] = [Array.from(said), Array.from(name)];
  if (one.length < 2 || other.length < 2 || Math.abs(one.length - other.length) > 1) return false;
  if (one.length === other.length) return one.filter((char, at) => char !== other[at]).length === 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.some((_, at) => long.toSpliced(at, 1).join("") === short.join(""));
}
