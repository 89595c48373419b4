const DIGITS = "零一二三四五六七八九";

/** The value of a few digits, or of one numeral, as most numbers are said; undefined for all others. */
export function inDigits(text: string): number | undefined {
  if (text.length === 1 && DIGITS.includes(text)) return DIGITS.indexOf(text);
  if (text === "" || text.length > SHORT) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** No number of so many digits is too great to be told exactly. */
const SHORT = 15;
