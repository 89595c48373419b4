/** A text as it is meant, whatever letters it is written in, with where each of its letters stands in the original. */
export type PlainText = {
  /** Compatibility letters made plain, what cannot be seen left out. */
  readonly text: string;
  /** The same with Chinese digits as digits; every letter at the same place. */
  readonly digits: string;
  /** Index in the original of each letter, and one more for the end. */
  readonly origin: readonly number[];
};

// Zero-width and direction marks, soft hyphens, variation selectors: nobody sees them between two digits.
// The frame of a keycap (1\ufe0f\u20e3) is no digit.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u20e3]/u;
const ORDINARY = /^[\u0000-\u009f\u4e00-\u9fff]$/u;
const CHINESE_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ["零〇○", "一壹幺", "二贰貳", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap(
    (letters, digit) => Array.from(letters, (letter) => [letter, String(digit)]),
  ),
);

// White figures on black discs stand for themselves, and figures of other scripts for ours: each script has ten in a row.
const DISCS = /^[\u24ff\u2776-\u277f]$/u;
function toDigit(letter: string): string {
  const plain = letter.normalize("NFKC");
  const at = letter.codePointAt(0) ?? 0;
  if (DISCS.test(letter)) return at === 0x24ff ? "0" : String(at - 0x2775);
  if (!/^\p{Nd}$/u.test(plain) || /^\d$/u.test(plain)) return plain;
  let zero = plain.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** Makes a text plain. Linear in its length. */
export function toPlainText(original: string): PlainText {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  for (const letter of original) {
    const plain = ORDINARY.test(letter) ? letter : UNSEEN.test(letter) ? "" : toDigit(letter);
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    at += letter.length;
  }
  origin.push(at);
  const digits = text.replaceAll(
    /[零〇○一壹幺二贰貳三叁參叄四肆五伍六陆陸七柒八捌九玖]/gu,
    (one) => CHINESE_DIGITS[one] ?? one,
  );
  const figures = digits
    .replaceAll(/(?<=\d)[oO](?=[\doO])|(?<=[\doO])[oO](?=\d)/gu, "0")
    // Letters that look like figures, in what is as long as a mobile number.
    .replaceAll(/(?<![A-Za-z\d])[1lI|][3-9][\doOlI|]{9}(?![A-Za-z\d|])/gu, (one) =>
      one.replaceAll(/[oO]/gu, "0").replaceAll(/[lI|]/gu, "1"),
    );
  return { text, digits: figures, origin };
}
