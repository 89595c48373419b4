import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { SURNAME } from "#src/domain/personal-data/surname.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { askedKinds } from "./asked-kinds.ts";
import { findTowns } from "./asked-towns.ts";
import { isStaff } from "./audience.ts";
import type { AskedFigure } from "./basis-of.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { periodWords } from "./period-words.ts";
import { findMark } from "./read-mark.ts";
import { isRanking } from "./ranks.ts";
import { say } from "./turns.ts";

const N = "[\\d一二两三四五六七八九十百]{1,4}";
const WHAT = "(?:次|户|件|条|场|起|分|人|家|个)";
const DID = "(?:报|记|做|走访|接待|履职|参加|来|去|值班|调研|视察|慰问)";
const CONDITION = new RegExp(
  `(?:超过|不少于|不低于|多于|少于|大于|小于|至少|低于|高于|[不没未]有?(?:到|足|满|够)|(?:没有?|未)(?:能)?(?:完成|达到?|做到|报够|走访够|接待够))${N}多?${WHAT}|${N}${WHAT}(?:及|或)?(?:以上|以下|以内)|(?:只|仅|才|就)(?:有)?${DID}(?:了|过)?${N}[次条户]的?`,
  "u",
);
const HOW_MANY_DEPUTIES =
  /^(?:全?[区镇乡]|本镇|我们?镇|[一-鿿]{2,4}(?:镇|乡|街道))?(?:一共|总共|现在|目前)?有?(?:多少|几)[个位名]?(?:人大)?代表[?。!]*$/u;
// What of a deputy no roster of this house says.
const SUCH_DEPUTIES =
  /(?:女性?|男性?|(?:非|中共)?党员|民主党派|少数民族|苗族|布依族|彝族|侗族|青年|年轻|连任|连选|新任|新当选|妇女|基层|一线|农民|工人|职工|教师|医生|企业家?|非公|归侨|退役军人|干部)(?:身份)?的?(?:人大)?代表(?!小组|们?(?:反映|提|说))/u;

// 除了走访, 不含慰问, 走访以外: what is to be left out would be counted alone.
const LEFT_OUT =
  /(?:(?<![消解清铲拆扫排破开])除(?:了|去|开|却)?(?!夕|[尘草雪冰虫])|扣除|扣掉|刨去|刨开|去掉|减去|抛开|撇开|不含|不包括|不包含|不算|不计|不要算|不统计)[^,。?多几]{1,10}?(?=[,。?多几]|之?外|以外|的|后|还|一共|总共|共|$)(?:之外|以外|外)?|[^,。?的]{1,8}(?:以外|之外)|非[一-鿿]{2,4}类?的|[一-鿿]{2,4}(?:不算|不计|除外)/u;
/** What words leave out, in these words. */
export const findLeftOut = (text: string): string | undefined => LEFT_OUT.exec(text)?.[0];
/** True for words that leave something out: what they leave out is no stretch or kind to be counted. */
export const leavesOut = (text: string): boolean => LEFT_OUT.test(text);

// Villages have no lines of their own: each is asked about by its name.
const BY_VILLAGE = /(?:各个?|每一?个?|按|分|哪[个些])(?:行政)?(?:村(?![民委支干])|社区)/u;

// How much good was done is no kind of duty.
const GOOD_DEEDS = /(?:多少|几)[件个]?(?:民生)?(?:实事|好事)/u;

/**
 * The answer to a question with something in it that no figure here heeds: a condition, an order of persons, two of them
 * at once. Another figure is not passed off as its answer. Undefined where all of it is heeded.
 */
export function hearUnheeded(
  dialog: Dialog,
  query: AskedFigure,
  said: string,
  facts: Facts,
): Turn | undefined {
  const text = said.normalize("NFKC").trim();
  if (isRanking(text)) return say(dialog, { kind: "figures.refused", why: "no-ranking" });
  const what =
    LEFT_OUT.exec(text)?.[0] ??
    CONDITION.exec(text)?.[0] ??
    GOOD_DEEDS.exec(text)?.[0] ??
    BY_VILLAGE.exec(text)?.[0] ??
    (query.mark === undefined ? findMark(text)?.words : undefined) ??
    (isStaff(facts.speaker) ? SUCH_DEPUTIES.exec(text)?.[0] : undefined) ??
    (HOW_MANY_DEPUTIES.test(text) ? text : undefined);
  if (what !== undefined) return say(dialog, { kind: "figures.not-heeded", what });
  const people = isStaff(facts.speaker) ? findNames(text, facts.people) : [];
  if (people.length < 2) return undefined;
  if (/比|谁|更/u.test(text)) return say(dialog, { kind: "figures.refused", why: "no-ranking" });
  const several = askedKinds(text);
  const kinds = several.length > 0 ? several : query.kind === undefined ? [] : [query.kind];
  const about = [...periodWords(text, facts.today), ...kinds.map((kind) => DUTY_KINDS[kind].name)];
  return say(dialog, {
    kind: "figures.apart",
    of: "deputies",
    alone: people.map((name) => ["统计", name, ...about].join(" ")),
  });
}

const NAMED = new RegExp(
  `^(?:统计|查一?下|看看|请问)?\\s*(?<name>${SURNAME}[一-鿿]{1,2}?)(?:代表)?(?=今年|去年|本月|上月|[这上]个?月|[上下]半年|[一二三四]季度|\\d{1,4}[年月]|一共|总共|报了|做了|走访了?|接待了?|参加了?|的?履职)`,
  "u",
);
/** What deputies do somewhere. */
export const DOES = "走访|接待|调研|视察|慰问|调解|值班|宣讲|宣传|培训|述职|履职|收到|收集|登记|反映";
const SPOT = new RegExp(
  `^(?:请问|统计|查一?下|看看)?(?<place>[一-鿿]{2,6}?)(?:代表们?|一共|总共|都|共|的)*(?:${DOES})(?:[了过]?[^,。]{0,6}(?:多少|几)[户次人家件场条个]|[^,。]{0,4}(?:情况|记录|数据|总数|次数|户数)[?。!]*$)`,
  "u",
);
const A_NAME = new RegExp(`^${SURNAME}[一-鿿]{1,2}$`, "u");
// 老街, 头堡组: what ends like a place; anything else before a kind of duty (比去年多, 人均) may mean much.
const LIKE_A_PLACE =
  /^(?!.*(?:[我咱本全各每哪谁这那上下]|代表|联络|小组|调研组|工作组)).+[街村组寨坝路区园巷湾坡沟井桥塘冲岩坪镇乡校院]$/u;

/** The number of times or of anything else that a question goes by: 没完成两次, 只报了一次的. */
export const findCondition = (said: string): string | undefined =>
  CONDITION.exec(said.normalize("NFKC"))?.[0];

/** The size that a question names: 超过100人的, and no number of times. */
export const findSize = (said: string): string | undefined =>
  new RegExp(CONDITION.source.replace("次|", ""), "u").exec(said.normalize("NFKC"))?.[0];

/** A word before what staff ask to be counted that ends like a place and that no register knows: 老街今年走访了几户. */
export function unknownPlace(
  { org, orgs, person }: Pick<AskedFigure, "org" | "orgs" | "person">,
  said: string,
  { speaker, today }: Facts,
): string | undefined {
  if (!isStaff(speaker) || [org, orgs, person].some((one) => one !== undefined)) return undefined;
  const line = said.normalize("NFKC").replace(/[\s?]+/gu, "");
  const periods = findDates(line, { today, prefer: "past" });
  const text = periods.reduce((rest, one) => rest.replace(one.text, ""), line);
  const place = SPOT.exec(text)?.groups?.["place"];
  return place !== undefined && mayBePlace(place) ? place : undefined;
}

/** True for a word that ends like a place and is no name of somebody: 老街, 水田坝. */
export const mayBePlace = (word: string): boolean =>
  findTowns(word) === undefined && LIKE_A_PLACE.test(word) && (!A_NAME.test(word) || NO_NAME.test(word));

const NO_NAME = /[村镇乡区站组街社室会队校厂里道局委办]$/u;

/** Somebody's name at the head of a question of staff that nobody on any roster bears: 孟小兰今年报了什么. */
export function unknownName(said: string, { people, places, speaker }: Facts): string | undefined {
  if (!isStaff(speaker)) return undefined;
  const text = said.normalize("NFKC").trim();
  const name = NAMED.exec(text)?.groups?.["name"];
  if (name === undefined || NO_NAME.test(name)) return undefined;
  return [...people, ...places].some((one) => one.includes(name) || text.includes(one)) ? undefined : name;
}
