import { guarded } from "./guarded.ts";

const WHEN =
  "明[天早晚]|后天|下个?(?:周|星期|礼拜|月)[一二三四五六日天]?|改天|过[几两]天|过后|回头|周末|[下上]旬";
const GOES = "去|走|走访|入户|看|看望|慰问|跑|访|补|做|弄|搞|继续|接着|再说";
// 剩下的9户打算后天再去: of the same deed, what is still to be done.
const AHEAD = guarded(
  new RegExp(
    `(?<=[\\d一二两三四五六七八九十][户人名位家处个件][^,。;]{0,8})[,。;]\\s*(?:剩下|余下|剩|其余|其他|另外|还有|还剩|没走完|没去)[^,。;]{0,8}?(?:(?:打算|准备|计划|想|等)(?:${WHEN})?|${WHEN})(?:就|再|又|来)*(?:${GOES})(?:完|掉|访|望|一?[趟下]|了)?[。!]*$|(?<=[\\d一二两三四五六七八九十][户人名位家处个件][^,。;]{0,8})[,。;]\\s*(?:打算|准备|计划)?(?:${WHEN})(?:就|再|又|还|来|接着)*(?:${GOES})(?:剩下|余下|其余|其他|另外|还没[去走]|没[去走])的[^,。;]{0,6}[。!]*$`,
    "u",
  ),
);

/** What was done, without what of it is still to come. */
export const withoutAhead = (text: string): string => AHEAD.replace(text, "");
