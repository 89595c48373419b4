import type { Facts } from "#src/domain/facts.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { listNames } from "#src/understanding/known-names.ts";
import { companionsPutRight } from "./companions-put-right.ts";
import type { NamedChange } from "./named-change.ts";
import { recordLike } from "./record-like.ts";

const LEAD = /^(?:对了|哦|噢|哎呀?|那个|还有|另外|忘了说|漏了说|补充(?:一?[下点])?|[,\s])+/u;
// 昨天, 29号慰问, 罗吊村走访那次: when, what and where, and nothing that was done or seen besides.
const NAMING =
  /^(?:我们?)?[^,。;?了过着]{1,16}?(?:[那这]一?[次回场趟天]|的?时候|时)?(?:还有|我们?|的)*[,\s]*$/u;

/**
 * Who else was, or was not, at a deed that was told of before, which is named by its day or kind: 昨天周志强也一起去的, 29号慰问周志强也去了.
 * Undefined for all else, and so for what says how many it was.
 */
export function alongThen(text: string, facts: Facts): NamedChange | undefined {
  const line = text.replace(LEAD, "");
  const [first] = listNames(line, facts.people);
  if (first === undefined || first.index === 0) return undefined;
  const which = line.slice(0, first.index);
  const who = line.slice(first.index).replace(/[。!]+$/u, "");
  if (!NAMING.test(which) || Object.keys(findCounts(which).counts).length > 0) return undefined;
  const added = /还有[,\s]*$/u.test(which)
    ? `还有${who.replace(/(?:也|都|一起|[去在来]|了|的)+$/u, "")}`
    : who;
  const amendment = companionsPutRight(added, facts);
  if (amendment === undefined || amendment.also !== undefined) return undefined;
  const like = recordLike(which.replace(/(?:还有|我们?|[,\s])+$/u, ""), facts);
  return like === undefined ? undefined : { like, amendment };
}
