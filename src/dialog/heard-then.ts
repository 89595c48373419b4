import type { OpinionDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { bringsMore, mattersIn, speaksUp } from "./matters-told.ts";
import { recordLike } from "./record-like.ts";
import { withoutTie } from "./without-tie.ts";

/** What was heard on a visit that was told of before, and how the words call that visit; nothing where they only say that it was one. */
export type HeardThen = { readonly opinions: readonly OpinionDraft[]; readonly like: FilingLike };

const LONGEST = 120;
const LEAD = /^(?:对了|哦|噢|哎呀?|还有|另外|补充(?:一?[下点])?|再补充?一?[下点条]|忘了说|漏了说|[,:\s])+/u;
const DUTY =
  "(?:走访|接待|调解|慰问|调研|视察|座谈会?|院坝会|坝坝会|宣讲|宣传|学习|培训|值班|检查|活动|履职|记录|开会|会上|会议|赶场|吃酒)";
// 今早罗吊村那回, 昨天接待的时候, 刚才那条: a visit, and no lamp or road. 那条路 and 那座桥 are things.
const OF_THEN = new RegExp(
  `^(?<which>[^,。;?]{0,16}?(?:[那这]一?[次回场趟天](?:的?${DUTY}(?:选民|群众)?)?(?:的?时候|时)?|(?:刚[才刚]|上面|前面)[那这]一?[条个份](?:${DUTY})?|[那这]一?[条个份]的?${DUTY}|${DUTY}(?:选民|群众)?(?:的?时候|时)|当[时天]))[,\\s]*(?<rest>[^]{4,})$`,
  "u",
);
const ORDER =
  /^(?:我)?(?:还|再|要|想|请|帮我|给我)*(?:补|加|添|记)(?:充|上|一下)*(?:一?[条个点])?(?:群众)?(?:的)?(?:意见|问题|反映|诉求)?[,:\s]*/u;

/**
 * What residents said on a visit that was told of before, and is told now: 罗吊村那回还有老人反映吃水困难,一起算上; 还有一个说他家低保没批下来,
 * 就是那天接待的时候讲的. Undefined for all else: what is heard and tied to no visit is an opinion by itself.
 */
export function heardThen(text: string, facts: Facts, at: Date): HeardThen | undefined {
  const { text: untied, which: after, tied } = withoutTie(text);
  if (untied.length > LONGEST || /[?]/u.test(untied)) return undefined;
  const line = untied.replace(LEAD, "");
  const { which: before, rest = line } = OF_THEN.exec(line)?.groups ?? {};
  const words = rest.replace(ORDER, "");
  const said = words === "" ? rest : words;
  if (before === undefined && !tied && !bringsMore(untied)) return undefined;
  if (before !== undefined && !tied && !speaksUp(rest) && words === rest) return undefined;
  const opinions = mattersIn(before === undefined ? untied : said, facts, at);
  if (opinions.length === 0) return undefined;
  const like = likeOf(before, facts) ?? likeOf(after, facts);
  // 那次开会还有人说要修路: of something that no record is called by.
  if (like === undefined && [before, after].some((one) => one !== undefined && !ONLY_THEN.test(one)))
    return undefined;
  const heard = opinions.map((one) => ({ ...one, text: withoutTeller(one.text) }));
  return { opinions: heard, like: like ?? {} };
}

const ONLY_THEN =
  /^(?:就是|也是|都是|我)*(?:[那这]一?[次回场趟天]|当[时天]|那时候?|那会儿?|同一[天次回]|(?:刚[才刚]|上面|前面)[那这]一?[条个份](?:记录|履职)?|[那这]一?[条个份]的?(?:记录|履职))(?:的?时候|时)?$/u;

const likeOf = (which: string | undefined, facts: Facts): FilingLike | undefined =>
  which === undefined ? undefined : recordLike(which, facts);

// 还听人说…, 有老人反映…: who says it is no part of it.
const TELLER =
  /^(?:还|也|又|都|再|就)*(?:听(?:到|见|说|人|他们|群众|村民|老乡){1,2}(?:说|讲|反映)?|有?(?:一?[个位些户])?(?:老人家?|群众|村民|居民|大[爷妈娘姐哥]|家长|老乡|选民|住户|商户|人)们?(?:还|也|都|就)?(?:说|讲|反映|提到|抱怨|念叨)(?:起|到|了|过)?(?:的是)?)[,:\s]*/u;
const SHORTEST = 3;

function withoutTeller(text: string): string {
  const left = text.replace(TELLER, "");
  return left.length < SHORTEST ? text : left;
}
