/** The page of a list that words name, alone or behind what else they say: 2, 第2页, 自评 2; undefined where they name none. */
export function pageIn(words: string): number | undefined {
  const named = /(?:^|\s)第?(?<page>[1-9]\d{0,2})页?$/u.exec(words.trim())?.groups?.["page"];
  return named === undefined ? undefined : Number(named);
}
