/** Words around what a suggestion is about. */
const FRAME = /关于|建议|议案|[的了]|[^\p{L}\p{N}]/gu;

const bareTitle = (title: string): string => title.normalize("NFKC").replace(FRAME, "");

/** True where two titles say the same, but for marks and the words that every title has; 一组 and 二组 differ. */
export function isSameTitle(one: string, other: string): boolean {
  const bare = bareTitle(one);
  return bare === "" ? one.trim() === other.trim() : bare === bareTitle(other);
}
