import { findAhead } from "./ahead.ts";
import { guarded } from "./guarded.ts";
import { isHearsay } from "./names.ts";
import { ASKABLE, type Intent, type ReadingContext, type Understanding } from "./understanding.ts";
import { asking } from "./with-doubts.ts";
import { isDenial, isPlan, isQuestion, isThanks } from "./words.ts";

// 村民反映问题汇总(9月14日), and then a list: matters, whatever the heading resembles.
const HEADED = guarded(/^[^,。;:了\n]{0,12}(?:意见|问题|诉求|反映)[^\n了]{0,20}\n/u);

/** True where what is still to come or did not happen was told, which is no record, whatever it sounds like. */
export const isUndone = (told: Understanding, best: Intent, text: string, context: ReadingContext): boolean =>
  (told.intent === "opinion" && HEADED.test(text)) ||
  (told.query?.name === "help" && best === "correction") ||
  (told.intent === "opinion" && best === "report" && /^(?:建议|希望|请求|呼吁|恳请)/u.test(text)) ||
  (told.intent === "chat" &&
    best === "opinion" &&
    isThanks(text) &&
    !/但|就是(?!说)|不过|还是|希望|建议|能不能/u.test(text)) ||
  (told.intent === "chat" &&
    (best === "report" || (best === "query" && !isQuestion(text) && !text.includes("还没"))) &&
    (isPlan(text) ||
      isDenial(text) ||
      isHearsay(text, context.people) ||
      isThanks(text) ||
      findAhead(text, [], context) === "plan"));

/** From this on, and so long, a message tells of more than what was not done. */
const TOLD = 0.8;
const LONG = 30;

/** What was told, or a question where somebody speaks at length of a deed and only some word of it tells of a plan. */
export const orAsked = (
  told: Understanding,
  { best, chance }: { readonly best: Intent; readonly chance: number },
  text: string,
  { people }: ReadingContext,
): Understanding =>
  told.intent === "chat" &&
  best === "report" &&
  chance >= TOLD &&
  text.length > LONG &&
  !isHearsay(text, people)
    ? asking(told, ASKABLE)
    : told;
