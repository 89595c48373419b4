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

/**
 * What is to be different about an activity: whose it is stays; only when, where and what may change; `order` says whether
 * it becomes later or earlier.
 */
export function readChange(said: string, facts: Facts, order = said): ActivityChange {
  const text = withoutUnchanged(said.normalize("NFKC"));
  const { kind: _kind, org: _org, farOff: _far, ...read } = readPlan(text, facts);
  const from = readMoveTo(text, order, facts.today);
  const change = from === undefined ? read : { ...read, from };
  const part = PARTS[PART.exec(text)?.groups?.["part"] ?? ""];
  return change.time !== undefined || part === undefined ? change : { ...change, part };
}
