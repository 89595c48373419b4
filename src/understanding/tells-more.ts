import { isSorted, rankCategories } from "./categories.ts";
import { countOther, withBlanks } from "./char-set.ts";
import { guessKind } from "./cues.ts";
import { isDeed } from "./deeds.ts";
import { atEnd, guarded } from "./guarded.ts";
import { complains, isProblem, isTrouble, lacks } from "./problems.ts";
import { AFRESH, ALSO, ASKS_ABOUT, DAY_AMOUNT, NEW_VOICE, ONLY_DAY, SOLVED } from "./telling.ts";

/** True for a second wrong, though the same people tell of it: 化肥又涨价,水渠也堵着没人清. */
export const isAnother = (text: string, before: string): boolean =>
  NEW_VOICE.test(text) ||
  isOfSomebodyElse(text, before) ||
  (ALSO.test(text) && isProblem(text) && lacks(before));

// 王大姐反映自来水发黄,张大爷嫌公交车太少: somebody else, and another matter of his.
const SOMEBODY_ELSE = guarded(
  /^[\s,。;]*(?:隔壁|楼上|楼下|村头|寨头|开店|卖菜)?的?(?:[老小][一-龥]|[一-龥]{1,2}(?:大爷|大娘|大妈|大姐|大哥|大叔|大嫂|嬢嬢?|伯伯?|叔叔?|婶婶?|奶奶|爷爷|孃孃?|阿姨|师傅|老师|老板|公公|婆婆|姐|哥|嫂))(?:家|呢|那边)?(?:则|就|又|老|总|还)?(?:嫌|怕|愁|担心|抱怨|埋怨|气|骂|怪|想|问(?!题)|觉得|盼|操心)/u,
);
const THINGS = ["水", "电", "路", "灯", "气", "网", "桥", "房", "车"];
const areOfOneThing = (one: string, other: string): boolean =>
  THINGS.some((thing) => one.includes(thing) && other.includes(thing));
const isOfSomebodyElse = (text: string, before: string): boolean =>
  SOMEBODY_ELSE.test(text) &&
  isSorted(text) &&
  isSorted(before) &&
  !areOfOneThing(text, before) &&
  rankCategories(text).category !== rankCategories(before).category;

/** True for more of what was done, though it tells of what was wrong: 为社区更换老化线路. */
export function tellsMore(text: string): boolean {
  if (/^(?:现场|当场|并|及时)(?!反映|要求)/u.test(text)) return true;
  if (!isDeed(text)) return false;
  return /\d|了|完/u.test(text) && !/反映|希望|要求/u.test(text);
}

/** True for what is wrong and was not set right: `listed` where it stands among matters. */
export const tellsWrong = (text: string, listed: boolean): boolean =>
  !ASKS_ABOUT.test(text) && (listed || isTrouble(text)) && !SOLVED.test(text);

/** True for a day that opens what is told next, and is no amount of what was told before. */
export const opensDay = (text: string): boolean =>
  AFRESH.test(text) && !complains(text) && !DAY_AMOUNT.test(text);

// Nothing but days, one after the other: 2号,3号,.
const areOnlyDays = (text: string): boolean =>
  text !== "" && text.split(/[,、]/u).every((part) => part.trim() === "" || ONLY_DAY.test(part));

/** True for what stands before a day and is still said of the deed: other days, or where it was (岩上村3组,昨天下午,走访). */
export const isKept = (lead: string): boolean => areOnlyDays(lead) || ONLY_WHERE.test(lead);
const ONLY_WHERE = guarded(
  /^[\s,。;]*[^\s,。;:了过去到在看访]{2,10}(?:村|社区|镇|乡|街道|小区|寨|联络站|[\d一二三四五六七八九十]组)[,\s]*$/u,
);

const OF_DAYS = withBlanks("0123456789年月日号,。;上下午");

/** True where hardly more than a day is told. */
export const isShort = (text: string): boolean => countOther(text, OF_DAYS) < 4;

/** What was told, and behind it what stood at the head: 一共8个, 2月12号那天 would count months. */
export const withLead = (told: string, lead: string): string =>
  ENDS_COUNTING.test(told) && /^\d/u.test(lead) ? `${told},${lead}` : told + lead;
const ENDS_COUNTING = atEnd(/[\d个户名位人件起家]$/u);

// 1.13-1.16区人代会,本人全勤;: a day, a duty and its end.
const ENDS = atEnd(/\d.{2,48}[;。]\s*$|(?:人代会|两会)[^,。;]{0,16}[号日](?:开的|召开)[,]\s*$/u);

/** True where what was only led up to so far tells of a duty by itself, and is over. */
export const isWhole = (lead: string): boolean => ENDS.test(lead) && guessKind(lead) !== undefined;
