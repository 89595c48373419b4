import { everywhere, guarded } from "./guarded.ts";
import { isOneOfThem, VOICE } from "./clauses.ts";
import { findSeen } from "./find-seen.ts";
import { complains } from "./problems.ts";
import { ASKS_ABOUT, ONLY_HOME } from "./telling.ts";

// 上回群众反映的下水道, 反映井盖的那3位居民: what was told before, and no new matter.
const OF_BEFORE = guarded(
  /(?:[给向跟对找]|回访|告知|告诉|答复)了?[^,。]{0,6}反映(?:的|过|问题的|这事的|情况的)(?!问题|事|情况|意见)|反映(?:的|上来|过)[^,。]{0,12}(?:回复|反馈|办|解决|事|问题给)|^[\s,。;]*(?:上回|上次|前次|之前|先前|去年|上个?月)[^,。]{0,16}(?:反映|说|讲|提)(?:的|过的)|(?:上回|上次|前次|之前|先前|前头|前几天|前阵子)[^,。]{0,10}(?:反映|说|讲|提)(?:的|过的)|(?:回访|上次|上回|之前|先前)[^,。;]{0,6}反映[^,。;]{1,8}的[一-龥]{1,3}[家户](?=[,。;]|$)|反映[^,。]{1,8}的(?:那(?:一|几|些)?|那?(?:\d{1,3}|[几一二两三四五六七八九十]{1,3}))[位名个户家]/u,
);

// 年年反映年年有, 行李都遭他们提走: how often it was told, what was carried off, and talk.
const NO_SPEECH = everywhere(/(?<=年年|月月|天天|次次)反映|提(?=走(?!访)|[水桶包货])|摆(?=[白谈古])/gu);
const blankOut = (words: string): string => "\u0001".repeat(words.length);

/**
 * Where in a clause begins what residents say, or what somebody saw for himself; undefined where it holds neither.
 * Where they live who speak is said with it. `told`: a deed was told before.
 */
export function findVoice(text: string, told: boolean): number | undefined {
  const at = findSpeaking(text) ?? (told ? findAmong(text) : undefined) ?? findSeen(text, told);
  return at !== undefined && ONLY_HOME.test(text.slice(0, at)) ? 0 : at;
}

// 意见集中在电梯老坏, 其中老李头说…: what most of them, or one of those who came, had to say.
const AMONG = guarded(
  /(?:^|(?<=[,。;:\s]))(?:大家|群众|居民|村民|选民|业主)?(?:的)?(?:意见|问题|诉求|反映)(?:都|主要|比较|最|普遍)*集中(?:在|的(?:就?是|有))(?![^,。]{0,6}(?:处理|解决|办|答复|收))|(?:^|(?<=[,。;:\s]))其中[^,。;:\d的了]{1,6}(?:说(?!明|服)|讲(?!课)|反映|问(?!题)|提(?=[一-龥]{3}))/u,
);
const findAmong = (text: string): number | undefined =>
  AMONG.exec(text)?.index ?? (GRUMBLES.test(text) || (SAID_ON.test(text) && complains(text)) ? 0 : undefined);
// 走了五户,都是种茶的,说今年减产一半: those who were just met say what is wrong.
const SAID_ON = guarded(
  /^[\s,。;]*(?:都|也|还|就)?(?:说(?!通|拢)|问|讲(?![课座解法政究授述理稿台演通])|摆(?![摊放白谈龙古]))(?!了|着|好|清|明|服|话|成|定|和|题|起|一[下声]|不|的)[^,。;]{4}/u,
);

// 走了六户,都嫌收割机价钱高: and what it is that they dislike.
const GRUMBLES = guarded(/^[\s,。;]*(?:个个|户户|家家)?(?:都|也|还)(?:嫌|抱怨|埋怨|骂|愁)(?=[^,。;]{4})/u);

function findSpeaking(text: string): number | undefined {
  if (ASKS_ABOUT.test(text) && !/反映|投诉|:/u.test(text) && !isOneOfThem(text)) return undefined;
  const at = VOICE.exec(NO_SPEECH.replace(text, blankOut))?.index;
  return at !== undefined && OF_BEFORE.test(text) ? undefined : at;
}
