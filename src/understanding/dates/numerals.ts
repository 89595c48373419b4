const ORDINARY = "零一二三四五六七八九";

/** A small whole number in digits or words, as dates have them: 12, 十二, 二十三, 卅一, 廿五, 初三, 零五; -1 where it is none. */
export function smallNumber(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return Number(text);
  const plain = text
    .replace("廿", "二十")
    .replace("卅", "三十")
    .replace(/^[初零〇](?=.)/u, "")
    .replace(/[两俩]/u, "二")
    .replace("仨", "三")
    .replace("〇", "零");
  const ten = plain.indexOf("十");
  if (ten < 0) return plain.length === 1 ? ORDINARY.indexOf(plain) : digitByDigit(plain);
  if (plain.length > ten + 2 || ten > 1) return -1;
  const tens = ten === 0 ? 1 : ORDINARY.indexOf(plain[0] ?? "");
  const ones = ten === plain.length - 1 ? 0 : ORDINARY.indexOf(plain[ten + 1] ?? "");
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** 二零一九 and 〇五: digits said one by one; -1 where there is another word among them. */
export function digitByDigit(text: string): number {
  let value = 0;
  for (const character of text) {
    const digit = character === "〇" ? 0 : ORDINARY.indexOf(character);
    if (digit < 0) return -1;
    value = value * 10 + digit;
  }
  return value;
}
