/** Finds the longest of `words` that begins at a place of a text; undefined where none does. */
export function toLongestWord(words: Iterable<string>): (text: string, from: number) => string | undefined {
  const known = new Set(words);
  // How long the longest word is that begins with a character: most characters begin none.
  const longest = new Uint8Array(65_536);
  for (const word of known) {
    const code = word.charCodeAt(0);
    longest[code] = Math.max(longest[code] ?? 0, word.length);
  }
  return (text, from) => {
    const most = Math.min(longest[text.charCodeAt(from)] ?? 0, text.length - from);
    for (let length = most; length > 0; length -= 1) {
      const word = text.slice(from, from + length);
      if (known.has(word)) return word;
    }
    return undefined;
  };
}
