/** A number as said: its value, and whether it was only roughly said (十来, 三百余, 几十). */
export type Said = { readonly value: number; readonly approx: boolean };

const DIGITS = "零一二三四五六七八九";
const digitOf = (character: string): number => {
  if (character === "两" || character === "俩") return 2;
  if (character === "〇") return 0;
  if (character === "仨") return 3;
  return DIGITS.indexOf(character);
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A regular expression's source for a number in words or digits, with what makes it rough. Bounded, so that it is linear. */
export const NUMBER =
  "(?:(?:大概|大约|约|近|差不多|将近|上|好几|几)?(?:\\d{1,9}(?:\\.\\d{1,4})?(?:[万千百](?![分元块资]))?|[零〇一二两俩仨三四五六七八九十百千半]{1,9}(?:万(?![分元块资]))?|几[十百千]?)(?:多|余|来|几)?(?:万(?![分元块资]))?)";

/** Reads a number in digits or words; undefined where it is none. 两 is 2, 半 is 0.5, 1.2万 is 12000, 八九 is about 8. */
export function parseNumber(text: string): Said | undefined {
  const rough = /^(?:大概|大约|约|近|差不多|将近|上|好几|几)|[多余来几](?=万?$)|几/u.test(text);
  const core = text.replace(/^(?:大概|大约|约|近|差不多|将近|上|好)/u, "").replace(/[多余来](?=万?$)/u, "");
  const tenThousand = core.endsWith("万");
  const bare = tenThousand ? core.slice(0, -1) : core;
  const value = /^\d/u.test(bare) ? arabic(bare) : chinese(bare);
  if (value === undefined) return undefined;
  return { value: (tenThousand ? 10_000 : 1) * value.value, approx: rough || value.approx };
}

function arabic(text: string): Said | undefined {
  const scale = { 万: 10_000, 千: 1000, 百: 100 }[text.at(-1) ?? ""] ?? 1;
  const value = Number(scale === 1 ? text.replace(/几$/u, "") : text.slice(0, -1));
  return Number.isNaN(value) ? undefined : { value: Number((value * scale).toFixed(4)), approx: false };
}

// 十几 keeps the stated base, ten; 几十 states none and is asked about.
function chinese(text: string): Said | undefined {
  if (text === "半") return { value: 0.5, approx: false };
  if (text === "几") return undefined;
  if (/^几[十百千]$/u.test(text)) return undefined;
  const tens = /^([一二三四五六七八])[二三四五六七八九]十$/u.exec(text);
  if (tens !== null) return { value: digitOf(tens[1] ?? "") * 10, approx: true };
  const neighbours = /^([二三四五六七八])([三四五六七八九])$/u.exec(text);
  if (neighbours !== null) return { value: digitOf(neighbours[1] ?? ""), approx: true };
  let total = 0;
  let digit = -1;
  for (const character of text.replace(/几$/u, "")) {
    const power = POWERS[character];
    if (power !== undefined) {
      total += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else if (character === "半") return undefined;
    else digit = digit >= 0 && total === 0 ? digit * 10 + digitOf(character) : digitOf(character);
  }
  if (digit > 0 || total === 0) total += shorthand(text, Math.max(digit, 0));
  return { value: total, approx: text.endsWith("几") };
}

// 一百二 is 120, 两千三 is 2300; 一百零二 is 102.
function shorthand(text: string, digit: number): number {
  const before = text.at(-2) ?? "";
  if (before === "百") return digit * 10;
  if (before === "千") return digit * 100;
  return digit;
}
