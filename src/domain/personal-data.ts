// Longest first, so that a card number is not taken for a telephone number with digits around it.
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/gu, "〔身份证号〕"],
  [/(?<!\d)\d{16,19}(?!\d)/gu, "〔卡号〕"],
  [/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu, "〔电话〕"],
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/gu, "〔电话〕"],
];

/**
 * The text with contact and account numbers of people replaced by placeholders: what is kept in narratives and
 * opinions (Personal Information Protection Law art. 6, minimum necessary).
 */
export const withoutPersonalData = (text: string): string =>
  PATTERNS.reduce((left, [pattern, placeholder]) => left.replace(pattern, placeholder), text);
