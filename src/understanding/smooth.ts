import { countOther, splitAt, toCharSet, withBlanks } from "./char-set.ts";
import { guarded, everywhere } from "./guarded.ts";
import { findPartedDays } from "./parted-days.ts";

/** A message without its fillers, and where each of its characters stood. */
export type Smooth = { readonly text: string; readonly at: readonly number[] };

// Sounds and phrases that carry nothing; 呢, 吧 and 啊 only where they do not end a question.
const FILLERS = everywhere(
  /(?<=[一-龥\d])[ \t]+(?!\d{1,2}[.、),/月])(?=[一-龥\d,。、;:()])|(?<=[,。、;:()])[ \t]+(?=[一-龥\d])|[嗯呃唔噢诶哎欸嚜噻咧]+[,、]?|(?:^|(?<=[,。;!?\n]))(?:喂+|额+|哦+(?!不)|你好啊?|您好|就是说?|那个|这个(?!月|星期|周|季度|礼拜|年|礼)|(?:我|你|请)?(?:来|先|想|要)?(?:给|跟|向|帮)?(?:你|您|我|领导|组织)?(?:们)?(?:说|报告?|讲|汇报|记|补报?|登记|反映)(?:一?下|一哈|一?个|一?条|一件事|个事)(?:啊|哈|子|吧|嘛)?|跟你(?:说|汇报)(?:一?下)?|是这样的?|对了|补报)+[::,,]?(?=.)|就是(?=那个|今天|昨天|前天|上)|(?:那个|这个){2,}|(?<=去|看|到|参加|视察|走访|的|了)(?:那个|这个)(?=[一-龥]{2})|(?:嘛|哈|啦|咯|哇)(?=[,。;!]|$|[一-龥])|(?:啊|呢)(?=[,。;!]|[一-龥])|(?<![网酒])吧(?=[,。;!])/gu,
);

const BLANK = /^[ \t]+$/u;
const MARKED = guarded(/[,。、;:(]$/u);
/** Shorter pieces between blanks are words, longer ones what somebody says in one breath. */
const BREATH = 4;
const SPACES = toCharSet(" \t");
const BLANKS = withBlanks("");

// Many people put a blank where others put a comma; a few put one between all words.
function isBreath(text: string): boolean {
  if (!text.includes(" ") && !text.includes("\t")) return false;
  const pieces = splitAt(text, SPACES).filter((piece) => piece !== "");
  return pieces.length > 1 && countOther(text, BLANKS) / pieces.length >= BREATH;
}

const isPart = (text: string, from: number): boolean =>
  /^[^\s,。;]{4}/u.test(text.slice(from, from + BREATH));

// 18 19号: two days, and no number of four digits.
const DAY_BEFORE = /(?<!\d)\d{1,2}$/u;
const DAY_NEXT = /^\d{1,2}[号日](?!楼|院|线)/u;

// 十八十九号: two days, said in one breath.
function withPauses(read: Smooth): Smooth {
  let text = "";
  let from = 0;
  const at = [...read.at];
  for (const [nth, index] of findPartedDays(read.text).entries()) {
    text += `${read.text.slice(from, index)}、`;
    at.splice(index + nth, 0, read.at[index] ?? 0);
    from = index;
  }
  return from === 0 ? read : { text: text + read.text.slice(from), at };
}

/** Takes fillers and stray spaces out. Linear in the length. */
export function smooth(text: string): Smooth {
  let out = "";
  const at: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    for (let index = from; index < to; index += 1) at.push(index);
    out += text.slice(from, to);
  };
  const breathes = isBreath(text);
  for (const match of FILLERS.list(text)) {
    keep(match.index);
    from = match.index + match[0].length;
    if (BLANK.test(match[0]) && DAY_BEFORE.test(out.slice(-3)) && DAY_NEXT.test(text.slice(from, from + 4))) {
      out += "、";
      at.push(match.index);
    } else if (breathes && BLANK.test(match[0]) && !MARKED.test(out) && isPart(text, from)) {
      out += ",";
      at.push(match.index);
    }
  }
  keep(text.length);
  return withPauses({ text: out, at });
}
