/** Words that stand in nearly every title and tell none from another. */
const EMPTY_WORDS = /关于|建议|议案|问题|工作|情况|的|了|和|与|在|把|给|那件|这件|一下/gu;

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = Array.from(text.normalize("NFKC").replace(EMPTY_WORDS, " "));
  const pairs = letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
  return new Set(pairs.filter((pair) => /^[\p{L}\p{N}]{2}$/u.test(pair)));
};

/** Half of what was said must stand in a title: less is chance, since most titles share a 村 or a 路. */
const ENOUGH = 0.5;

/**
 * Those whose title says what was said, the likeliest first, by the share of pairs of letters they have in common. All
 * that hold the words as they are come before any that only resemble them; where there are such, nothing else fits.
 */
export function fittingGist<T extends { readonly title: string }>(said: string, all: readonly T[]): T[] {
  const words = said.normalize("NFKC").trim();
  const asSaid = all.filter((one) => one.title.normalize("NFKC").includes(words));
  if (asSaid.length > 0) return asSaid;
  const wanted = pairsOf(words);
  if (wanted.size === 0) return [];
  return all
    .map((one) => {
      const had = pairsOf(one.title);
      return { one, share: [...wanted].filter((pair) => had.has(pair)).length / wanted.size };
    })
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .map(({ one }) => one);
}
