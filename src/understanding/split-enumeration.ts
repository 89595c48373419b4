import { isSorted, rankCategories } from "./categories.ts";
import { splitAt, toCharSet } from "./char-set.ts";
import { cutText } from "./cut-text.ts";
import { everywhere, guarded } from "./guarded.ts";
import { parseNumber } from "./numbers.ts";
import { complains } from "./problems.ts";
import { INTRO, trimVoice } from "./without-speaker.ts";

// 三条:要修路; 主要是种子贵: that several things follow, and no part of the first.
const ANNOUNCED = guarded(
  /^[\s,。;:]*(?:(?:[\d一二两三四五六七八九十]{1,3}[条个点件样桩]?(?:意见|问题|建议|事)?[:,])|[几两][件样桩](?:事情?)?[:,]|主要(?:有|是)?[:,]?|即[:,]?|分别(?:是|为)[:,]?)\s*/u,
);
// 扬尘大, 供应不上, 减速带缺失: what is said of a thing, though no word of it is a wrong by itself.
const FAULTY = guarded(
  /(?:大|小|多|少|高|低|差|慢|早|晚|密|贵|窄|短|旧|破|脏|乱|臭|吵|难|远|弱|严重|缺失|不足|不够|凉|硬|滑|漏|断|坏|堵|塌|裂|紧张|困难|混乱|老化|陈旧|破损|短缺|淤塞|淤积|不(?:上|了|到|起|动|成|着))$/u,
);
const saysWrong = (part: string): boolean =>
  complains(part) || FAULTY.test(part) || /没[有得]|缺|无/u.test(part);

// 手续慢, 工资压得低: a side of the matter that is named beside it, and no thing of its own.
const ASPECT = guarded(
  /^(?:手续|流程|审批|门槛|材料|工资|薪水|待遇|补贴|价钱?|价格|收费|成本|利息|利率|额度|质量|味道|分量|态度|效率|服务|工期|等待?时间|排队)|^(?:还|又|也|而且|更)/u,
);

// 彩礼太高、年轻人结不起婚: what comes of the first.
const OUTCOME = guarded(/[买读看住用吃结交养开租上坐][不]起|不敢|没法|只好|只能/u);
const COST = guarded(/成本|利息|利率|额度|价格|工资|待遇/u);
const isSideOf = (first: string, second: string): boolean =>
  ASPECT.test(second) || OUTCOME.test(second) || (ASPECT.test(first) && COST.test(second));

/** 养老金到账晚、公交车少、路面破损: short matters in a row are opinions one by one, when there are three or more. */
export function splitEnumeration(voice: string): string[] {
  const spoken = INTRO.replace(voice, "");
  const said = ANNOUNCED.replace(spoken, "");
  const listed = asCounted(spoken) ?? asSentences(spoken);
  if (listed !== undefined) return listed;
  const both = asBoth(said);
  if (both !== undefined) return both;
  const besides = cutText(said, BESIDES.list(said)).map(trimVoice);
  const areApart = SAID_BESIDES.test(said) || areSundry(besides);
  if (besides.length > 1 && besides.every((part) => part.length > 3 && saysWrong(part)) && areApart)
    return besides;
  const things = HEARD_OF.replace(said, "");
  const sundry = cutText(things, AND_THERE_IS.list(things));
  if (sundry.length > 1 && sundry.every((part) => /^还?有[^,。;]{4}/u.test(part)))
    return sundry.map(trimVoice);
  const breaths = said === spoken ? [] : said.split(",").map(trimVoice);
  if (breaths.length === 2 && breaths.every(saysWrong) && areSundry(breaths)) return breaths;
  const isListed = voice.slice(0, voice.length - spoken.length).includes(":");
  const short = isListed ? asBreaths(said) : undefined;
  if (short !== undefined) return short;
  const parts = said.split("、").map(trimVoice);
  const last = parts.at(-1) ?? "";
  if (
    parts.length === 2 &&
    [parts[0] ?? "", last.split(",")[0] ?? ""].every(
      (part) =>
        part.length >= 3 &&
        part.length <= (areSundry(parts) ? 20 : 12) &&
        saysWrong(part) &&
        !/[,。;]/u.test(part),
    ) &&
    parts.some((part) => part.length > 3)
  )
    return isSideOf(parts[0] ?? "", last) ? [voice] : parts;
  const about = (part: string): boolean => complains(part) || rankCategories(part).confidence > 0;
  const each =
    parts.length >= 3 &&
    parts.every((part) => part.length >= 2 && part.length <= 14 && !/[,。;]/u.test(part) && about(part));
  return each && (parts.some((part) => complains(part) || /^[要想]/u.test(part)) || areSundry(parts))
    ? parts
    : [voice];
}

// 大家反映:路灯不亮,垃圾乱丢,广场舞吵: three things and more, not all of one kind, in as many breaths.
function asBreaths(said: string): string[] | undefined {
  const parts = said.split(",").map(trimVoice);
  const areShort = parts.length > 2 && parts.every((part) => part.length > 2 && part.length < 10);
  return areShort && parts.every((part) => complains(part) && isSorted(part)) && !isOfOne(parts)
    ? parts
    : undefined;
}

const isOfOne = (parts: readonly string[]): boolean =>
  new Set(parts.map((part) => rankCategories(part).category)).size === 1;

// 自来水有股味道还有那个药店卖得贵: a second matter in the same breath, though nobody pauses.
const BESIDES = everywhere(
  /(?<=[一-龥]{4})(?:,?(?:然后)?(?:还有|另外|再有|再就是|另就是)(?:就是|那个|这个|个|呢|嘛)+|[,]?(?:再就是|第二个就是|另外一个就是)|还有(?:人|的人|些人)?(?:就)?(?:说|讲|反映))(?=[一-龥]{4})/gu,
);

const SAID_BESIDES = guarded(/还有(?:人|的人|些人)?就?(?:说|讲|反映)/u);

// 这周听来的:有食堂卖隔夜菜、有人退不出押金: where it was heard.
const HEARD_OF = guarded(/^[^,。;:]{0,12}(?:听来|听到|收到|遇到|反映|说)的?:/u);
const AND_THERE_IS = everywhere(/[、,;](?=还?有)/gu);

// 有三件事:路灯坏了,垃圾没人拉,井盖丢了: as many as were announced.
const COUNTED = guarded(
  /^[\s,。;]*[^,。:\d]{0,8}?(?<count>\d|[一二两三四五六七八九])[条个点件样桩宗项](?:(?:意见|问题|建议|事情?|情况)[:,]|:)(?<items>.+)$/u,
);

const ITEM_ENDS = toCharSet(",;、");
const SENTENCE_ENDS = toCharSet(";\n");

function asCounted(voice: string): string[] | undefined {
  const { count = "", items = "" } = COUNTED.exec(voice)?.groups ?? {};
  if (items === "") return undefined;
  const parts = splitAt(items, ITEM_ENDS).map(trimVoice);
  const all = parseNumber(count)?.value ?? 0;
  // 三点:停车难,油烟大, and the third is said in another breath.
  const isAll = parts.length > 1 && (all === parts.length || (all > parts.length && parts.every(saysWrong)));
  return isAll && parts.every((part) => part.length > 2) ? parts : undefined;
}

// 路灯瞎了一半;村医没人接班;网络老是卡: what a semicolon parts is told of one by one.
function asSentences(voice: string): string[] | undefined {
  const parts = splitAt(voice, SENTENCE_ENDS).map(trimVoice);
  if (parts.length < 2 || parts.some((part) => part.length < 5)) return undefined;
  return (parts.length > 2 && parts.every(isSorted)) || (parts.every(saysWrong) && areSundry(parts))
    ? parts
    : undefined;
}

// 低保没批和路灯不亮的问题: two matters, and no word of a list.
const BOTH =
  /^(?<one>[^,。;、]{4,14}?)(?:和|以及|跟)(?<two>[^,。;、]{4,14}?)(?:这?两[个件](?:问题|事情?)|(?:的|等)?(?:问题|事情?))?$/u;

function asBoth(said: string): string[] | undefined {
  const { one, two } = BOTH.exec(said)?.groups ?? {};
  if (one === undefined || two === undefined) return undefined;
  const parts = [one, two];
  return parts.every((part) => complains(part)) && areSundry(parts) && !isSideOf(one, two)
    ? parts
    : undefined;
}

// 路灯、垃圾清运、村医: each of another kind, and so no one thing.
const areSundry = (parts: readonly string[]): boolean =>
  new Set(parts.map((part) => rankCategories(part).category)).size === parts.length && parts.every(isSorted);
