import { readFileSync } from "node:fs";
import { addChar, hasChar, noChars } from "./char-set.ts";
import { everywhere } from "./guarded.ts";
import { mendSlips } from "./slips.ts";

// Two columns without a head: a traditional or misused character, and the simplified one it stands for.
const PAIRS = readFileSync(new URL("./words/traditional.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const SIMPLIFIED = new Map(
  PAIRS.flatMap((line) => {
    const [from = "", to = ""] = line.split("\t");
    return Array.from(from).map(
      (character, index) => [character, Array.from(to)[index] ?? character] as const,
    );
  }),
);

/** Longer messages are read up to here; nobody writes more in one breath. */
const MOST = 6_000;

/**
 * The text as the reader takes it: simplified characters, ordinary digits and punctuation, what was typed or heard
 * wrongly put right. `origins`, where given, is filled with the place of each character in what was said. Linear.
 */
export function normalise(said: string, origins?: number[]): string {
  if (origins === undefined && isPlain(said)) return mendSlips(asMeant(said));
  const from: number[] = [];
  const plain = toPlain(said.slice(0, MOST), origins === undefined ? undefined : from);
  if (origins === undefined) return mendSlips(asMeant(plain));
  return mendSlips(asMeant(plain), (read, length, now) => {
    for (let nth = 0; nth < now; nth += 1)
      origins.push(from[read + Math.min(nth, length - 1)] ?? Math.min(said.length, MOST));
  });
}

// Stretches that are read as they are are taken whole; `from` is filled with where each character stood.
function toPlain(said: string, from: number[] | undefined): string {
  let plain = "";
  let kept = 0;
  for (let at = 0; at < said.length; at += 1) {
    if (!hasChar(CHANGED, said.charCodeAt(at))) {
      from?.push(at);
      continue;
    }
    const character = String.fromCodePoint(said.codePointAt(at) ?? 0);
    const now = plainly(character);
    for (let nth = 0; nth < now.length; nth += 1) from?.push(at);
    plain += said.slice(kept, at) + now;
    at += character.length - 1;
    kept = at + 1;
  }
  return plain + said.slice(kept);
}

const BLANKS = new Set([0x3000, 0xa0, 0x2003]);
const UNSEEN = new Set([0xfeff, 0x200b, 0x200d, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064]);

// 克黄连村, 送克: how people here say 去.
// 5护人家, 2各工地: after a number it is the measure that sounds like it.
const MEASURES: Readonly<Record<string, string>> = { 护: "户", 各: "个", 仁: "人", 佳: "家", 鸣: "名" };
const MISHEARD = everywhere(/(?<=\d)[护各仁佳鸣](?!自|种|士|理)/gu);
const GO = everywhere(/(?<![千毫坦攻夹扑巧休麦\d])克(?![服扣隆己制勤力尽孜难里拉斯强俭忠刚峰敏])/gu);
// 伍仟元, 壹拾贰户, 拾户: as money is written; 捡拾 and a name keep their characters.
const FORMAL: Readonly<Record<string, string>> = {
  肆: "四",
  伍: "五",
  陆: "六",
  拾: "十",
  佰: "百",
  仟: "千",
};
const IN_FORM = everywhere(
  /[肆伍陆](?=[拾佰仟万][肆伍陆拾佰仟万零一二三四五六七八九元圆户人名件块]|(?:元|圆|万元)(?:整|$|[,。;]))|(?<=[一二三四五六七八九零])[拾佰仟]|(?<=[肆伍陆])[拾佰仟]|(?<![收捡挑])拾(?=[肆伍陆一二三四五六七八九]?[户人名件家元块个位])|(?<=(?<![收捡挑])[拾佰仟])[肆伍陆]/gu,
);
// 俺一块去, 来听哩有四十人: how people of Henan say 我 and 的.
const NORTHERN: Readonly<Record<string, string>> = { 俺: "我", 哩: "的" };
const OF_NORTH = everywhere(/俺(?!答)|(?<!哔)哩(?=[一-龥])(?!哩)/gu);
const asMeant = (said: string): string => asHeard(OF_NORTH.replace(said, (one) => NORTHERN[one] ?? one));
const asHeard = (text: string): string =>
  MISHEARD.replace(
    GO.replace(
      IN_FORM.replace(text, (character) => FORMAL[character] ?? character),
      "去",
    ),
    (character) => MEASURES[character] ?? character,
  );

// Characters that are not read as they are: most messages hold none.
const CHANGED = noChars();
for (let code = 0xd800; code < 0xe000; code += 1) addChar(CHANGED, code);
for (let code = 0xff01; code < 0xff5f; code += 1) addChar(CHANGED, code);
for (const code of [...BLANKS, ...UNSEEN]) addChar(CHANGED, code);
for (const character of SIMPLIFIED.keys()) addChar(CHANGED, character.charCodeAt(0));

function isPlain(said: string): boolean {
  if (said.length > MOST) return false;
  for (let at = 0; at < said.length; at += 1) if (hasChar(CHANGED, said.charCodeAt(at))) return false;
  return true;
}

function plainly(character: string): string {
  const simplified = SIMPLIFIED.get(character);
  if (simplified !== undefined) return simplified;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if (BLANKS.has(code)) return " ";
  if (UNSEEN.has(code)) return "";
  return character;
}
