import type { Facts } from "#src/domain/facts.ts";
import { settle } from "#src/understanding/settle.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { audienceOf } from "./audience.ts";
import { readingContext } from "./card.ts";
import type { Said } from "./topics/report.ts";
import { withoutOurs } from "./without-ours.ts";

/** What a message says, by our own reader, what a second reader proposed, and who it is that speaks. */
export function readWell({ text: said, at, proposal }: Said, facts: Facts): Understanding {
  const text = withoutOurs(said, facts);
  const context = readingContext(facts, at);
  const read = understand(text, context);
  if (proposal !== undefined) return settle(read, proposal, text, context);
  return read.ask.includes("intent") && isCount(text, facts) ? understand(`统计${text}`, context) : read;
}

// 昨天走访了多少户: whoever has no duty of his own to report asks for a figure.
const isCount = (text: string, facts: Facts): boolean =>
  audienceOf(facts) === "staff" &&
  /^[^,。\d]{2,20}(?:多少|好多)[户人次件场位条个家]*(?:次)?[?。]*$/u.test(text);
