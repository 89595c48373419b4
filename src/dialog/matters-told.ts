import type { OpinionDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findVoice } from "#src/understanding/find-voice.ts";
import { complains } from "#src/understanding/problems.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";

// 5户都没有人反映问题: that there was nothing to be heard.
const NOTHING =
  /没(?:有|得)?(?:什么|啥子?|人|哪[个家户])*(?:反映|提|说)|没(?:有|得)?(?:什么|啥子?)?(?:意见|问题|困难)|反映不?大?多/u;

/** The opinions of residents that some clauses tell; none where they tell of anything else. */
export function mattersIn(words: string, facts: Facts, at: Date): readonly OpinionDraft[] {
  if (NOTHING.test(words)) return [];
  const { opinions, ask, reports } = understand(words, readingContext(facts, at));
  // 一个老人说低保没办下来: somebody says what is wrong, whatever else is not known of it.
  const isSaid = findVoice(words, true) !== undefined && complains(words);
  const isSure = isSaid || !(ask.includes("intent") || ask.includes("text"));
  const isDeed = reports.some(({ counts = {} }) => Object.keys(counts).length > 0);
  return isSure && !isDeed ? opinions : [];
}

// 还有个老人说…, 另外听到…: that there is more beside what was told.
const MORE = /^(?:对了|哦|嗯|然后|[,\s])*(?:还有?|另外|再就是|同时|顺便|也有)/u;

/** True for words in which somebody speaks up, or that bring more to what was told. */
export const speaksUp = (words: string): boolean => MORE.test(words) || findVoice(words, true) !== undefined;

/** True for words that bring one more to what was told: 还有个老人说…. */
export const bringsMore = (words: string): boolean =>
  MORE.test(words) && findVoice(words, true) !== undefined;
