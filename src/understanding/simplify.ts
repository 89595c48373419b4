const FORMAL: Readonly<Record<string, string>> = {
  〇: "零",
  两: "二",
  兩: "二",
  俩: "二",
  仨: "三",
  壹: "一",
  贰: "二",
  貳: "二",
  叁: "三",
  參: "三",
  参: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  陸: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  萬: "万",
  億: "亿",
  點: "点",
  負: "负",
};

/** A number in the ordinary digits and numerals: 两 as 二, 贰 as 二, １ as 1, without blanks and without commas between thousands. */
export function simplify(text: string): string {
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xff10 && code <= 0xff19) out += String.fromCodePoint(code - 0xfee0);
    else if (character !== " ") out += FORMAL[character] ?? character;
  }
  return out.includes(",") ? out.replace(/(?<=\d),(?=\d{3})/gu, "") : out;
}
