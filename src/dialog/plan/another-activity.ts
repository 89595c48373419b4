import type { Facts } from "#src/domain/facts.ts";
import { type ActivityDraft, readAnnouncement } from "./read-plan.ts";
import { gathers } from "./told-as.ts";

/** What a message is to an activity that is not published yet: a piece of it, the same told once more, or another one. */
export type Told = { readonly as: "piece" | "same" | "another"; readonly draft: ActivityDraft };

const CHANGES =
  /改|换成|换到|换在|推迟|推后|推到|提前|挪|延期|延后|延到|调到|调整|不是|不对|错了|应该|更正|取消|不开|不搞/u;
const ASKS = /[?]|[吗么呢]$|谁|几个|多少/u;

/**
 * Holds a message against the activity that is open. What names what it is, and when, stands by itself: another kind,
 * another body, or another day that is told with its hour or place makes it another activity.
 */
export function toldBeside(open: ActivityDraft, said: string, facts: Facts): Told {
  const draft = readAnnouncement(said, facts);
  const text = said.normalize("NFKC").trim();
  const isWhole = gathers(text) && (draft.on !== undefined || draft.time !== undefined);
  if (!isWhole || CHANGES.test(text) || ASKS.test(text)) return { as: "piece", draft };
  return { as: isAnother(open, draft) ? "another" : "same", draft };
}

function isAnother(open: ActivityDraft, told: ActivityDraft): boolean {
  if (open.kind !== told.kind && told.kind !== "other" && !isBlank(open)) return true;
  if (open.org !== undefined && told.org !== undefined && !isWithin(open.org, told.org)) return true;
  const isOtherDay = open.on !== undefined && told.on !== undefined && open.on !== told.on;
  return isOtherDay && [told.time, told.place, told.content].some((one) => one !== undefined);
}

// 发布活动 alone, or with nothing but whose it is: whatever is told then is what it is.
const isBlank = ({ kind, on, time, place, content }: ActivityDraft): boolean =>
  kind === "other" && [on, time, place, content].every((one) => one === undefined);

const isWithin = (one: string, other: string): boolean => one.includes(other) || other.includes(one);
