import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";
import type { Said } from "./topics/report.ts";

const ASKS = /[?\uff1f]|多少|好多|几(?!个?月|号)|哪些|谁|吗[。.!]*$|没有[。.!]*$|^我的/u;
// 几户吧, 十几户: an amount that somebody does not know exactly is an answer.
const ESTIMATES = /十几|几十|好几|吧[。.!]*$|左右|大概|可能|差不多/u;

/** True for a question about what is on record, asked while a card waits for an answer: 我走访了几户, 我的履职有多少. */
export function asksAFigure({ text, at }: Said, facts: Facts): boolean {
  const line = text.normalize("NFKC");
  if (!ASKS.test(line) || ESTIMATES.test(line)) return false;
  const { intent, query, ask } = understand(text, readingContext(facts, at));
  return intent === "query" && query !== undefined && !ask.includes("intent");
}
