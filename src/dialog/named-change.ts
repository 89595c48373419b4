import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { alongThen } from "./along-then.ts";
import { companionsPutRight } from "./companions-put-right.ts";
import { readCorrection } from "./read-correction.ts";
import { recordLike } from "./record-like.ts";
import { swapped } from "./swapped.ts";

/** A record that is named, and what is to be different of it. */
export type NamedChange = { readonly like: FilingLike; readonly amendment: Amendment };

const LONGEST = 40;
const LEAD = /^(?:不对|错了|对了|哦|那个|更正|把|将|请|麻烦|帮我|还有|[,\s])+/u;
const DUTY = "(?:走访|接待|调解|慰问|调研|视察|座谈会?|院坝会|坝坝会|宣讲|宣传|学习|培训|值班|检查|活动)";
const ONE = new RegExp(
  `^(?<which>[^,。;?]{1,16}?[那这]一?[次条个回场天](?:的?${DUTY}(?:选民|群众)?)?)[,\\s]*(?<rest>[^?]{2,24})$`,
  "u",
);
const FIELD = "(?:人数|户数|件数|次数|数量|时间|日期|地点|同行)";
const OF_DUTY = new RegExp(
  `^(?<which>[^,。;?]{2,16}?${DUTY}(?:选民|群众)?)的?(?<rest>${FIELD}(?:要|得|应该?|都)*(?:改|换|更正|应|错|不对|有误)[^?]{0,17})$`,
  "u",
);
// 来了35个人, 其实走了8户: an amount and nothing else.
const AMOUNT =
  /^(?:一共|总共|其实|实际上?|应该|当时|只|才|到场|参加|的|是|来|去|到|有|走访?|接待|慰问|调解|看|了|,)*?(?<amount>(?:大概|大约|差不多|约)?[\d一二两三四五六七八九十百]+(?:多|来)?(?:个人|户|人次?|名|位|家|件|起|条|场|次|处)(?:群众|村民|居民|选民|左右|的|吧)*)[。!]*$/u;

// 11月20号那天走访3户: a day and a deed are something new; what of it is filed already is asked about then.
const ONLY_DAY = new RegExp(`^(?:(?!${DUTY}).){1,14}[那当]一?天`, "u");
const A_DEED = /^(?:我们?|又|还|也)*(?:走访?|接待|慰问|看望?|调解|去|到)/u;

/**
 * 座谈会那次王芳也在, 开坝坝会那次来了35个人, 26号的座谈会人数改35: what is to be different of a record that was filed and
 * is named first. It is nothing new. Undefined for all else.
 */
export function namedChange(text: string, facts: Facts, at: Date): NamedChange | undefined {
  const line = text.normalize("NFKC").trim().replace(LEAD, "");
  if (line.length > LONGEST) return undefined;
  const swap = swapped(line, facts, at);
  if (swap !== undefined) return swap;
  const along = alongThen(line, facts);
  if (along !== undefined) return along;
  const found = ONE.exec(line)?.groups ?? OF_DUTY.exec(line)?.groups;
  const { which = "", rest = "" } = found ?? {};
  const like = which === "" ? undefined : recordLike(which, facts);
  if (like === undefined || /意见|诉求|建议|议案/u.test(which)) return undefined;
  const day = ONLY_DAY.exec(which)?.[0];
  if (day !== undefined && A_DEED.test(which.slice(day.length) + rest)) return undefined;
  const amendment = companionsPutRight(rest, facts) ?? amountIn(rest, facts, at);
  return amendment === undefined ? undefined : { like, amendment };
}

function amountIn(rest: string, facts: Facts, at: Date): Amendment | undefined {
  const amount = AMOUNT.exec(rest)?.groups?.["amount"];
  if (amount !== undefined) return readCorrection(`不对,是${amount}`, facts, at);
  if (!new RegExp(`^${FIELD}`, "u").test(rest)) return undefined;
  // 人数改35: what is counted stands before it.
  const whole = rest.replace(/^(人|户|件|次)数(?:改成?|改为|应该是|是|错了,?是?)(\d+)$/u, "$1数是$2$1");
  return readCorrection(`改${whole}`, facts, at) ?? readCorrection(whole, facts, at);
}
