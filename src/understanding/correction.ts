import { type Day } from "#src/domain/day.ts";
import { byField, byValue } from "./correction-values.ts";
import { findNames } from "./names.ts";
import type { Correction, ReadingContext, WrongField } from "./understanding.ts";
import { asksHow, isOfOthers, isOwned, LONGEST, namesRecord, ownsTo } from "./owns-to.ts";
import { fieldNamed } from "./correction-fields.ts";
import { asEnd } from "./as-end.ts";
import { findAltered } from "./find-altered.ts";
import { findSorted } from "./find-sorted.ts";
import { findRestated } from "./restated.ts";
import { isAnother } from "./is-another.ts";
import { guarded } from "./guarded.ts";
import { withoutRight } from "./without-right.ts";

const NAMES =
  "(?:计量)?单位(?=应|是|写|填|搞|弄|错|不对|改)|类型|类别|种类|履职类型|时间|日期|日子|结束日期|结束时间|钟点|地点|地方|位置|同行代表|同行人员|同行|同去|人员|数量|人数|户数|次数|件数|条数|家数|天数|场数|起数|金额|钱数|款数|面积|亩数|公里数|长度|小时数|时长|内容|分类|意见分类|意见类别";
const FIELD = guarded(
  new RegExp(
    `^(?:[^,。]{0,4}(?:不对|错了|弄错|写错|搞错)[,。\\s]*)?(?:请|麻烦|帮我)?(?:把|将)?(?:上一?条|刚才|那条|这条|刚才那条)?(?:的?(?:意见|记录))?的?(?<field>${NAMES})(?:写|搞|弄|填|报|记)?(?:错了?|不对|有误|错误|(?:改|换|更正|修改)一?下)?[,\\s]*(?:应该|要|请|应|得)?(?:改成|改为|换成|改到|更正为|是|改|为|写|写成|填|:|,|应该是|应为|更正为|更正成|写成|填|有|\\s|(?=\\d))+(?<value>.+)$`,
    "u",
  ),
);
// 人数不是12,是21.
const NOT_BUT = new RegExp(
  `^(?:刚才)?(?:的)?(?<field>${NAMES})不是[^,。]{1,10}[,。\\s]*(?:应该|而|应)?是(?<value>.+)$`,
  "u",
);
const VERB_FIRST = guarded(
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:改|更正|修改|换|纠正|修正)(?:一?下)?(?<field>${NAMES})[\\s,:]*(?:改?[成为]|是|到)?\\s*(?<value>.+)$`,
    "u",
  ),
);
const DENIED = guarded(
  /^(?:(?:[^,。]{0,10}(?:说|写|报|记|填|搞|弄|打)错了(?=不是|应该|是|地方|地点|时间|日期|人数)|等等|等一?下|慢点|(?:类型|时间|日期|地点|人数|户数|数量)(?:写|搞|弄|报|填)?(?:错了|不对)(?=[\s,。]*应该)|不对|不(?=,)|不是(?!很|太)|错了|搞错了|弄错了|说错了|写错了|报错了|记错了|填错了|打错了|[更纠修]正(?:一?下)?|更改(?:一?下)?|改(?:一?下|一?哈)|改成|改为|应该是|应为|应该|哦不|(?:刚才|刚刚)(?:那条)?(?:我)?(?:说|写|报|记|搞|弄|打|填)?(?:错了|的不对)|我(?:刚才)?(?:说|写|报|记|搞|弄|打|填)错了|刚才(?:应该)?(?=是))(?:哈|啊|哦|呀)?[,。:\s]*)+(?:刚才|应该|其实|实际|正确的?)*(?:是|改成|改为|应该是|有)?[,:\s]*(?<value>.+)$/u,
);
const WRONG = guarded(
  new RegExp(
    `(?:把|将)?(?<field>${NAMES})(?:写|说|报|填|记|搞|弄|打)?(?:错了?|不对|有误)[,。\\s]*(?:应该|应|要|其实)?(?:是|为|改成|改为)?(?<value>.+)$`,
    "u",
  ),
);
// Of what is surely a correction: what follows the last 是, 改成 or 应该.
const LATE = guarded(
  /(?:.*)(?:是|改成|改为|改到|换成|写成?|填成?|应该|实际|才)(?<value>[^,。]{1,14})[。!]*$/u,
);
// 上一条是视察,不是执法检查.
const FIRST_IS = guarded(
  /^(?:(?:刚[才刚]|上一?|前一?|那|这)(?:的|报的)?[条个]?|我报的(?:那条)?)(?:应该)?是(?<value>[^,。]{2,12}),?(?:并|而)?不是[^,。]{1,12}(?:,[^。]{0,10})?[。]?$/u,
);
const WRONG_AFTER = guarded(/^(?<value>.{2,16}?)(?:才对|才是对的)[。!]*$/u);
const ADDED = guarded(
  /^(?:(?:刚才|刚刚|我)*(?:写|说|报|记|填)?(?:漏|少)了?,)?(?:再|还要?|麻烦|帮我)?(?:(?:同去|同行|一起去|一起|参加)的)?(?:还有|是|少了|少报了?|漏了|漏写了?|漏报了?|少写了|忘了写|忘了|忘记写|加上|补上|添上|加一?个)(?:一个人|一位|一个|个人|人)?[,:]?(?<value>[^,。]{2,12}?)(?:代表)?(?:[,]?(?:他|她|他们)?也)?(?:一起|一道)?(?:去|参加|在|来)?(?:的|了)?[,。]*(?:补上|加上|也去了|一起去的)?[。]*$/u,
);

// 同去的人漏了,加上卞玉梅; 还有蔺朝贵跟我一路的,忘记说了: who was left out, wherever the name stands.
const LEFT_OUT = guarded(
  /(?:漏|落下?|忘|少)(?:了|加|记|写|报|说|填|掉)|(?:加|补|添)(?:上|进去|[一个位]{1,2}人)|(?:同去|同行|一起去?|一路|一道)的[^,。]{0,6}(?:还有|漏|少|加)/u,
);
const TOLD_ELSE = guarded(
  /走访|接待|调解|慰问|视察|调研|值班|参加(?!人员|的人)|请假|反映|[\d一二两三四五六七八九十](?:户|件|次|条|场)/u,
);
const left = (text: string): string =>
  text.length <= 32 && LEFT_OUT.test(text) && !TOLD_ELSE.test(text) ? text : "";
// 地点写错了: that it is wrong is no place.
const NOTHING_SAID =
  /^(?:写|搞|弄|填|记)?(?:错|不对|有误)?(?:[了啦吧啊哈嘛呢的,。!\s]|要改|需?要?更正|请(?:修改|更正)|修改|改下|改一[下改]|帮?我?改|麻烦)*$/u;

/**
 * A correction of what was said before: a field without a value where only that it is wrong is said, "unclear" when it
 * cannot be told what is to be changed. `known`: it surely is one.
 */
export function findCorrection(
  said: string,
  today: Day,
  context: ReadingContext,
  known = false,
): Correction | WrongField | "unclear" | undefined {
  const text = withoutRight(said);
  if (text.length > LONGEST || asksHow(text) || isOfOthers(text) || isAnother(text)) return undefined;
  const plain = findSorted(text) ?? findAltered(text);
  if (plain !== undefined) return plain;
  const owned = ownsTo(text) ? findRestated(text, today, context) : undefined;
  const change = owned ?? findChange(text, today, context, known) ?? unknownPlace(text, known);
  const found = asEnd(text, change);
  if (typeof found === "object" && found.field === "with" && LEFT_OUT.test(text))
    return { ...found, more: true };
  if (found !== undefined && found !== "unclear") return found;
  const field = found === "unclear" || known || isOwned(text) ? fieldNamed(text) : undefined;
  if (field !== undefined) return { field };
  return isOwned(text) && namesRecord(text) ? "unclear" : found;
}

// 是宁波不是义乌: neither a day nor an amount, a kind or somebody known is a place.
function unknownPlace(text: string, known: boolean): Correction | undefined {
  const groups = known || isOwned(text) ? TWO_PLACES.exec(text)?.groups : undefined;
  const value = groups?.["place"] ?? groups?.["other"];
  return value === undefined || FAMILY.test(text) ? undefined : { field: "place", value };
}
const FAMILY = /[人谁他她我你]|代表|同[去行]/u;
const TWO_PLACES = guarded(
  /(?:是在?|^)(?<place>[一-龥]{2,4}),?(?:而)?不是在?[一-龥]{2,4}[。!]*$|不是在?[一-龥]{2,4},?(?:而)?是在?(?<other>[一-龥]{2,4})[。!]*$/u,
);

function findChange(
  text: string,
  today: Day,
  context: ReadingContext,
  known: boolean,
): Correction | "unclear" | undefined {
  const named =
    NOT_BUT.exec(text)?.groups ??
    VERB_FIRST.exec(text)?.groups ??
    FIELD.exec(text)?.groups ??
    WRONG.exec(text)?.groups;
  if (named !== undefined) {
    const said = named["value"] ?? "";
    if (NOTHING_SAID.test(said)) return "unclear";
    return byField(named["field"] ?? "", lastMeant(said) ?? firstMeant(said.trim()), today, context);
  }
  const value = DENIED.exec(text)?.groups?.["value"] ?? WRONG_AFTER.exec(text)?.groups?.["value"];
  if (value !== undefined) return byValue(lastMeant(text) ?? asRestated(firstMeant(value)), today, context);
  const before = FIRST_IS.exec(text)?.groups?.["value"];
  if (before !== undefined) return byValue(before, today, context);
  const names = findNames(ADDED.exec(text)?.groups?.["value"] ?? left(text), context.people);
  if (names.length > 0) return { field: "with", value: names.join("、"), more: true };
  const first = known
    ? /是(?<value>[^,。是]{1,10}?),?不是[^,。]{1,10}[。!]*$/u.exec(text)?.groups?.["value"]
    : undefined;
  if (first !== undefined) return byValue(first, today, context);
  const late = known ? LATE.exec(text)?.groups?.["value"] : undefined;
  const later =
    /^(?:(?:刚[才刚]|我|上面)[^,。]{0,4}[说报写记填]的?|(?:刚[才刚]的?|上|前|那|这)一?条)不是/u.test(text)
      ? lastMeant(text)
      : undefined;
  if (later !== undefined) return byValue(later, today, context);
  if (ENDED.test(text))
    return byField("结束日期", text.replace(/^[^,。\s]*[错混][了咯啦]?[,。\s]*/u, ""), today, context);
  const amended = AMENDED.exec(text)?.groups?.["value"];
  if (amended !== undefined) return byValue(amended, today, context);
  const again = restated(text, today, context);
  if (again !== undefined) return again;
  return swapped(text, today, context) ?? (late === undefined ? undefined : byValue(late, today, context));
}

// 前报户数有误,应为12户; 多写了一户,实际7户: what was wrong, then what it really is.
const OWNS = guarded(
  /有误|笔误|误[报写记填]|[搞弄写报记填说归分选][错混反]|[写报记填](?:成|为)了?|[多少][写报算记]了?|写多了|写少了|更正/u,
);
const RESTATED = guarded(
  /(?:.*)(?:应(?:该|当)?(?:是|为)|实(?:际(?:上|是|为)?|为|是)|改[成为到]|更正[为成]|[减加]到?成|总共是?|其实(?:只有|就|才|是)?|该归(?:到|为)?|归(?:到|为)|只有)(?<value>[^,。是]{1,16})(?:[,。].{0,12})?$/u,
);
const ANY_FIELD = new RegExp(`(?<field>${NAMES})`, "u");

function restated(text: string, today: Day, context: ReadingContext): Correction | undefined {
  if (text.length > 40 || !OWNS.test(text)) return undefined;
  const value = RESTATED.exec(text)?.groups?.["value"];
  if (value === undefined) return undefined;
  const field = ANY_FIELD.exec(text)?.groups?.["field"];
  const sort = /归错|分错|归到|归为/u.test(text) && /意见|问题|类/u.test(text) ? "分类" : undefined;
  const read =
    field === undefined && sort === undefined
      ? "unclear"
      : byField(sort ?? field ?? "", value, today, context);
  const found = read === "unclear" ? byValue(value, today, context) : read;
  return found === "unclear" ? undefined : found;
}

// 培训结束那天写错咯,22号才结束: the day it ended.
const ENDED = guarded(
  /结束[^,。]{0,6}[写填报记弄搞][错混]|^(?:刚才|那次|上次|上一?条)[^,。\d]{0,6}到[^,。]{2,10}(?:才|就)?结束的?[。]*$/u,
);

// 来的人更正一下,21人: what is wrong first, and then only a number.
const AMENDED = guarded(
  /^[^,。]{1,8}(?:更正|改|纠正|修正|订正)(?:一?下|一?哈)?[,:\s]+(?<value>[\d一二两三四五六七八九十百千]{1,6}[^,。]{1,4})[。!]*$/u,
);

// 12户不是21户, 是昨天不是今天: the first is meant, without any word of regret before it.
function swapped(text: string, today: Day, context: ReadingContext): Correction | undefined {
  const value =
    /^(?:是)?(?<value>(?!刚[才刚])[^,。说报写]{2,10})[,]?(?:不是|而不是)[^,。是]{2,10}[。]?$/u.exec(text)
      ?.groups?.["value"];
  const found = value === undefined ? undefined : byValue(value, today, context);
  return found === "unclear" ? undefined : found;
}

// 不是黄连村,是平寨村: what comes after 是 is meant.
const lastMeant = (text: string): string | undefined =>
  /不是[^,。]{1,12}[,。\s]?(?:而|应该|应)?是(?<value>[^,。]+)(?:[,。][^,。是]{0,12})?[。]?$/u.exec(text)
    ?.groups?.["value"] ??
  /不是[^,。]{1,12},(?:就|才|只有?|仅)(?<value>[^,。]{1,8})[。]?$/u.exec(text)?.groups?.["value"];

// 昨天走访的是八户人家: what comes after 的是 is meant, the rest only tells of what.
const asRestated = (value: string): string =>
  /[^,。]的是(?<now>[^,。]{2,})$/u.exec(value)?.groups?.["now"] ?? value;

// 是12户不是21户: what comes before 不是 is meant.
const firstMeant = (value: string): string =>
  value.split(/[,,]?\s*(?:不是|而不是|并不是)/u)[0]?.trim() || value;
