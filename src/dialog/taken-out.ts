import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { recordLike } from "./record-like.ts";

const LONGEST = 40;
const LEAD = "(?:请|麻烦|帮我|把|将|我的?|你|先|,|\\s)*";
const ONE = "(?:那|这)一?[次条个回场份天]";
const DUTY =
  "(?:走访|接待|调解|慰问|调研|视察|座谈会?|院坝会|坝坝会|宣讲|宣传|学习|培训|值班|检查|履职|活动)(?:选民|群众|户|日|纠纷)?";
const DELETES = "(?:删(?:掉|除|了)?|撤(?:掉|销|回|了)|作废|去掉|划掉)";
const CANCELS = "(?:不要|莫要|不作数|不算数?|取消)";
const ENDS = "(?:掉|了|吧|它|一下|嘛|哈)*[。!]*$";
const SOFTLY = "[,\\s]*(?:麻烦|请|帮我|给我|就|都|也|你|先|还是)*";

// 我3月1号接待那次删掉, 把昨天的走访删了; what is cancelled may be an event, unless it is 那次 or 那条.
const DELETED = new RegExp(
  `^${LEAD}(?<which>[^,。;?]{1,20}?(?:${ONE}(?:${DUTY}|记录)?|${DUTY}|记录))${SOFTLY}${DELETES}${ENDS}`,
  "u",
);
const CANCELLED = new RegExp(
  `^${LEAD}(?<which>[^,。;?]{1,20}?${ONE}(?:${DUTY}|记录)?)${SOFTLY}${CANCELS}${ENDS}`,
  "u",
);

// 3月1号的接待我没去, 昨天那次接待没有这回事.
const NOT =
  "(?:没(?:有)?(?:去|参加|接待|走访|做|开|搞|办|调解|慰问|到)(?:成|过)?|不是我(?:去|做|接待|走访)?)";
const DENIED = new RegExp(
  `^${LEAD}(?<which>[^,。;?]{1,20}?(?:${ONE}(?:${DUTY})?|的${DUTY}))[,\\s]*(?:我|其实|根本|实际上?|确实|不算数?|,|\\s)*(?:${NOT}|没有?(?:这|那)(?:回|个)*事|没有的事)[的了啊呀哈]*(?:,[^,]{0,6}错了?)?[。!]*$`,
  "u",
);

/** What a line that deletes a record of one's own calls it: 把昨天的走访删了. Undefined for all else. */
export function takenOut(text: string, facts: Facts): FilingLike | undefined {
  const line = plain(text);
  const which = (DELETED.exec(line) ?? CANCELLED.exec(line))?.groups?.["which"];
  return which === undefined ? undefined : recordLike(which, facts);
}

/** What a line that says of a record that it never was calls it: 3月1号的接待我没去. Undefined for all else. */
export function neverWas(text: string, facts: Facts): FilingLike | undefined {
  const which = DENIED.exec(plain(text))?.groups?.["which"];
  const like = which === undefined ? undefined : recordLike(which, facts);
  // Of what one is called to, it is absence that is told of.
  return like?.kind === undefined || CALLED_TO.has(like.kind) ? undefined : like;
}

const CALLED_TO: ReadonlySet<DutyKind> = new Set(["group_activity"]);

const plain = (text: string): string => {
  const line = text.normalize("NFKC").trim();
  return line.length > LONGEST ? "" : line;
};
