import type { Facts } from "#src/domain/facts.ts";
import type { ActivityChange } from "#src/domain/requests/activity-change.ts";
import { readPlan } from "./plan/read-plan.ts";
import { withoutUnchanged } from "./plan/without-unchanged.ts";
import { readMoveTo } from "./read-move.ts";

const PART =
  /(?:^|[日号天到为成在,\s]|周[一二三四五六日天]|时间)(?<part>上午|早上|早晨|下午|晚上|傍晚)(?![^,\s]{0,2}[点时:])/u;
const PARTS: Readonly<Record<string, ActivityChange["part"]>> = {
  上午: "morning",
  早上: "morning",
  早晨: "morning",
  下午: "afternoon",
  晚上: "evening",
  傍晚: "evening",
};

const ADDS =
  /(?:(?:再|另外?|还|多|要)*(?:加|增加|补充|添)(?:上|了|进)?(?:[一1两2几](?:个|项|条))?(?:内容|议程|议题|事项)|内容(?:里|上|再|要|还)*(?:加|增加|补充|添)(?:上|了|进)?(?:[一1两2几](?:个|项|条))?)(?:是|为)?[,:\s]*(?<adds>[^,:\s].*)$/su;

/** What words add to what an activity is about: 再加一个内容,讨论民生实事; undefined where they add nothing. */
export const readAdded = (said: string): string | undefined =>
  ADDS.exec(said.normalize("NFKC"))?.groups?.["adds"]?.replace(/[\s.\u3002!吧]+$/u, "");

/**
 * What is to be different about an activity: whose it is stays; only when, where and what may change; `order` says whether
 * it becomes later or earlier.
 */
export function readChange(said: string, facts: Facts, order = said): ActivityChange {
  const whole = withoutUnchanged(said.normalize("NFKC"));
  const adds = readAdded(whole);
  const text = adds === undefined ? whole : whole.replace(ADDS, " ");
  const { kind: _kind, org: _org, farOff: _far, ...read } = readPlan(text, facts);
  const from = readMoveTo(text, order, facts.today);
  const change = {
    ...read,
    ...(from === undefined ? {} : { from }),
    ...(adds === undefined ? {} : { adds }),
  };
  const part = PARTS[PART.exec(text)?.groups?.["part"] ?? ""];
  return change.time !== undefined || part === undefined ? change : { ...change, part };
}
