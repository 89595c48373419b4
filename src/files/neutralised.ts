const FORMULA_START =
  /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\ufffd]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff05\uff5c\u2212\ufe62\ufe63\ufe66\ufe6b]/u;
const A_NUMBER = /^-?\d+(?:\.\d+)?$/u;

/**
 * A text that a spreadsheet could take for a formula gets an apostrophe before it (OWASP: CSV injection), also after
 * blanks, what is not seen or stands for no character at all, a byte order mark, or with full-width signs.
 */
export function neutralised(text: string): string {
  return FORMULA_START.test(text) && !A_NUMBER.test(text) ? `'${text}` : text;
}
