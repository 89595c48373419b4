import { everywhere, guarded } from "./guarded.ts";
import { listNames, type NameAt } from "./known-names.ts";
import { NUMBER } from "./numbers.ts";
import type { ReadingContext } from "./understanding.ts";

const SOUNDS = "[,。\\s…]*(?:哦豁|哦|噢|呃|嗯|哎呀|哎|诶|啊|也)*[,。\\s…]*";
const WRONG = "(?:不对头?|[说讲记搞弄报打写]错了?|错了|口误|更正(?:一下)?)";
const RIGHT = "[,。\\s…]*(?:应该|应当|其实|改成)?(?:是|为)?(?:在|到|去的?|有)?";
// 高坪村,不对,岩脚村; 高坪村哦不是岩脚村; 高坪村不是,是岩脚村: between what was said and what is meant.
const BETWEEN = guarded(
  new RegExp(
    `^(?:${SOUNDS}${WRONG}${RIGHT}|[,。\\s…]*(?:哦豁|哦|噢|呃|嗯|哎呀|哎|诶|也)[,。\\s…]*不是?${RIGHT}|${SOUNDS}不是(?:[,。\\s…]+(?:应该)?是?|(?:应该)?是)(?:在|到)?)$`,
    "u",
  ),
);
// 高坪村也不是高坪村是岩脚村: the wrong one once more.
const AGAIN = /^[,。\s…]*(?:哦|噢|呃|嗯|哎|也|啊)*[,。\s…]*(?:也|而)?(?:不是|不对)(?:在)?$/u;
const BUT = /^[,。\s…]*(?:应该)?(?:是|在)(?:在|到)?$/u;

const UNIT = "(?:人次|户|人|名|位|家|件|条|起|场|次|个|处|天)";
// 5户不对6户, 5户哦不6户: the second is meant. 抽查10户错了2户: two of them were wrong.
const AMOUNTS = everywhere(
  new RegExp(
    `(?<!(?:有|其中|抽查|核查|核对|检查)[^,。;]{0,8})${NUMBER}(?<unit>${UNIT})(?:${SOUNDS}不对头?(?:[,。\\s…]*不对头?)?${RIGHT}|[,。\\s…]+${SOUNDS}${WRONG}${RIGHT}|[,。\\s…]*(?:哦|噢|呃|哎|诶)[,。\\s…]*不是?${RIGHT}|[,。\\s…]*不是[,。\\s…]*是)(?=${NUMBER}\\k<unit>)`,
    "gu",
  ),
);
const DAY =
  "(?:大?前天|昨[天晚]|今[天早]|(?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号])";
const DAYS = everywhere(
  new RegExp(
    `${DAY}(?:上午|下午|晚上)?(?:${SOUNDS}${WRONG}${RIGHT}|[,。\\s…]*(?:哦|噢|呃|哎|诶|啊)[,。\\s…]*不是?${RIGHT}|[,。\\s…]*不是[,。\\s…]*是)(?=${DAY})`,
    "gu",
  ),
);
const MAY_BE = guarded(/不对|不是|错了?|口误|更正|[哦噢呃哎诶][,。\s…]*不/u);

/** What was said and put right in the same breath, with only what is meant: 在高坪村,不对,岩脚村走访 is 在岩脚村走访. */
export function asRepaired(said: string, { people, places }: ReadingContext): string {
  if (!MAY_BE.test(said)) return said;
  const text = DAYS.replace(AMOUNTS.replace(said, ""), "");
  return repairedOf(repairedOf(text, places), people);
}

function repairedOf(text: string, names: readonly string[]): string {
  const found = listNames(text, names);
  for (const [nth, one] of found.entries()) {
    const next = found[nth + 1];
    if (next === undefined) break;
    const until = meantAfter(text, one, next, found[nth + 2]);
    if (until !== undefined) return repairedOf(text.slice(0, one.index) + text.slice(until), names);
  }
  return text;
}

const between = (text: string, one: NameAt, next: NameAt): string =>
  text.slice(one.index + one.name.length, next.index);

// Where what is meant begins; undefined where nothing was put right.
function meantAfter(text: string, one: NameAt, next: NameAt, third: NameAt | undefined): number | undefined {
  if (one.name !== next.name) return BETWEEN.test(between(text, one, next)) ? next.index : undefined;
  const isPutRight =
    third !== undefined && AGAIN.test(between(text, one, next)) && BUT.test(between(text, next, third));
  return isPutRight ? third.index : undefined;
}
