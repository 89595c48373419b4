import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";
import { toldAs } from "./plan/told-as.ts";
import { isStaff } from "./audience.ts";
import { toldOf } from "./told-of.ts";

// 11月30日区人大常委会会议决定的 says since when.
const DECIDED = /决定|决议|任命|当选|表决|通过|选举|批准|接受|换届/u;
const ELSEWHERE: ReadonlySet<string> = new Set(["query", "suggestion", "withdraw", "satisfaction", "leave"]);

/**
 * True for words that are a matter by themselves while a day, a body or a name is asked for: what somebody did, what
 * residents say, a question, an activity ahead. 12月11日 and 羊昌镇的 are none: a piece is all that they are.
 */
export function standsAlone(said: { readonly text: string; readonly at: Date }, facts: Facts): boolean {
  const { text, at } = said;
  if (isStaff(facts.speaker) && toldAs(text, facts, true) !== undefined) return true;
  if (toldOf(said, facts) !== undefined) return true;
  const { intent, ask } = understand(text, readingContext(facts, at));
  if (ask.includes("intent")) return false;
  if (intent === "report") return !ask.includes("kind") && !DECIDED.test(text);
  return intent === "opinion" || ELSEWHERE.has(intent);
}
