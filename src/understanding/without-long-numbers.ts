// A telephone, a card, an account: mobile numbers may be written in groups, and no count has seven figures.
import { countOther, toCharSet } from "./char-set.ts";
import { everywhere } from "./guarded.ts";

const LONG = everywhere(
  /(?<!\d)(?:\+?86[ ,-]?)?(?:1[3-9]\d[ ,-]?\d{4}[ ,-]?\d{4}|0\d{2,3}[ -]?\d{7,8}|\d{7,}(?!户|人|名|位|家|件|条|元|块|次))(?!\d)/gu,
);

/** A text in which something else stands for each telephone or other long number: they are no counts and no matters. */
export const withoutLongNumbers = (text: string, instead: (words: string) => string): string =>
  text.length - countOther(text, DIGITS) < FEWEST ? text : LONG.replace(text, instead);

/** No long number has fewer digits. */
const FEWEST = 7;
const DIGITS = toCharSet("0123456789");
