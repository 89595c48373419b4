import { findAhead } from "./ahead.ts";
import { guarded } from "./guarded.ts";
import { isHearsay } from "./names.ts";
import type { Intent, ReadingContext, Understanding } from "./understanding.ts";
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
