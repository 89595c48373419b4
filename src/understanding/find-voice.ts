import { everywhere, guarded } from "./guarded.ts";
import { isOneOfThem, VOICE } from "./clauses.ts";
import { findSeen } from "./find-seen.ts";
import { ASKS_ABOUT } from "./telling.ts";

// 上回群众反映的下水道, 反映井盖的那3位居民: what was told before, and no new matter.
const OF_BEFORE = guarded(
  /反映(?:的|上来|过)[^,。]{0,12}(?:回复|反馈|办|解决|事|问题给)|^[\s,。;]*(?:上回|上次|前次|之前|先前|去年|上个?月)[^,。]{0,16}(?:反映|说|讲|提)(?:的|过的)|(?:上回|上次|前次|之前|先前|前头|前几天|前阵子)[^,。]{0,10}(?:反映|说|讲|提)(?:的|过的)|反映[^,。]{1,8}的(?:那(?:一|几|些)?|那?(?:\d{1,3}|[几一二两三四五六七八九十]{1,3}))[位名个户家]/u,
);

// 年年反映年年有, 行李都遭他们提走: how often it was told, what was carried off, and talk.
const NO_SPEECH = everywhere(/(?<=年年|月月|天天|次次)反映|提(?=走(?!访)|[水桶包货])|摆(?=[白谈古])/gu);
const blankOut = (words: string): string => "\u0001".repeat(words.length);

/**
 * Where in a clause begins what residents say, or what somebody saw for himself; undefined where it holds neither.
 * `told`: a deed was told before.
 */
export const findVoice = (text: string, told: boolean): number | undefined =>
  findSpeaking(text) ?? findSeen(text, told);

function findSpeaking(text: string): number | undefined {
  if (ASKS_ABOUT.test(text) && !/反映|投诉|:/u.test(text) && !isOneOfThem(text)) return undefined;
  const at = VOICE.exec(NO_SPEECH.replace(text, blankOut))?.index;
  return at !== undefined && OF_BEFORE.test(text) ? undefined : at;
}
