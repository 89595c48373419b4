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
    // What matched nothing at all would be found again.
    if (match[0] === "") pattern.lastIndex += isPair(pattern, text, match.index) ? 2 : 1;
  }
  pattern.lastIndex = 0;
  return found;
}

const isPair = ({ unicode }: RegExp, text: string, at: number): boolean =>
  unicode && (text.codePointAt(at) ?? 0) > 0xffff;
