import { guarded } from "./guarded.ts";

const AS_IT_IS =
  "(?:没有?错(?!过)|没(?:有)?(?:写|报|填|记|弄|搞|说)错|(?:没有?|不)(?:变|动)(?!员)|不(?:用|要|必|需要?)(?:再)?(?:改|动)|没(?:有)?问题|(?:是|都|也)对的?|(?<![才不就])对的|(?<!不)(?:正确|准确)|无误|照旧)";
// 户数没错, 其他都对的: what stands as it is.
const RIGHT = guarded(new RegExp(`${AS_IT_IS}(?:的|了|哈|啊|吧|哦|嘛)*$`, "u"));
// 是9户才对: that is how it should be.
const CHANGES = /才是?对|就对|不对|不正确|不准确|应(?:该|当|为|是)|改[成为到]|更正|有误/u;
// 户数没错就是日期错了: one breath.
const GOES_ON = new RegExp(
  `(?<=${AS_IT_IS}(?:的|了|哈)?)(?=[,\\s]*(?:就是|只是|不过|但|可是?(?!以)|日期|时间|地点|地方|人数|户数|数量))`,
  "u",
);
// 人数没变,还是2人: how much that is.
const STILL = /^(?:还|仍然?|照样|依旧|就|都)是/u;
const BUT = /^[,\s]*(?:就是|只是|只有|不过|但是?|可是?(?!以)|而是?|主要是?)(?=[^\d一二两三四五六七八九十])/u;

/**
 * The words of a correction without what they say to be right and to stay: 户数没错, 去的是9户没错, 人数没变,还是2人. As
 * they are where they say nothing of the kind; empty where they say nothing else.
 */
export function withoutRight(text: string): string {
  if (!MAY_BE.test(text)) return text;
  const kept: string[] = [];
  let wasRight = false;
  let isCut = false;
  for (const clause of text.replace(GOES_ON, ",").split(/(?<=[,。;!])/u)) {
    const said = clause.replace(/[,。;!\s]+$/u, "");
    const isRight = RIGHT.test(said) && !CHANGES.test(said);
    if (isRight || (wasRight && STILL.test(said))) {
      wasRight = isRight;
      isCut = true;
      continue;
    }
    kept.push(isCut ? clause.replace(BUT, "") : clause);
    wasRight = false;
  }
  return isCut ? kept.join("").replace(/[,;\s]+$/u, "") : text;
}
const MAY_BE = guarded(/错|变|动|改|问题|对|确|误|照旧/u);
