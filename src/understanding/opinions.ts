import type { OpinionDraft } from "#src/domain/draft.ts";
import { isSorted, rankCategories } from "./categories.ts";
import { isAlarming } from "./alarm/sense-alarm.ts";
import { trimEnds, withBlanks } from "./char-set.ts";
import { findSpot } from "./find-spot.ts";
import { cutText } from "./cut-text.ts";
import { everywhere, guarded } from "./guarded.ts";
import { parseNumber } from "./numbers.ts";
import { findPlace } from "./places.ts";
import { complains } from "./problems.ts";
import { HOME_OF_THEM } from "./telling.ts";
import { isUrgent } from "./urgent.ts";

const MARKS = withBlanks(",。;:、");
const LEADING = withBlanks(",。;:、是");
const trim = (text: string): string => trimEnds(text, LEADING, MARKS);

// Who says it, and that it is said: no part of what is said.
const INTRO = guarded(
  /^(?:都|全)是(?:来|找我)(?:说|讲|反映|投诉|告状)[,:]?|^(?:(?:大?多数|好多|好些|不少|很多|许多|有些|一半的?)人|个个|人人|家家(?:户户)?|户户|十有八九|有的(?:人|群众|户|家|村民|居民|老人|家长)?|有些(?:群众|户|家|村民|居民|老人|家长))(?:都|也|还|老|总|在|一直)*(?:说|讲|摆|反映|抱怨|念叨|提)(?:的是)?[,:]?|^(?:我们?|现场|当场|还|也|又)*(?:发现|看到|看见|瞧见|瞅见|见到|注意到|见(?![不效面过识]))了?[,:]?|^(?:还有|另有|另外|也有|其中|有)?(?:[一两1]|另一?|又一?)?(?:个|位|名|户|拨)(?:人|群众|选民|村民|居民|老乡|大[姐哥爷妈娘叔]|老人家?|家长|商户|老板|年轻人)?(?:过来|跑来|来)?(?:说|讲|反映|念叨|抱怨)(?:的是)?[,:]?|^一[人批拨户位](?:人|群众|居民)?(?:是)?(?:问(?!题)|咨询|打听|说|讲|反映|要求|诉苦|抱怨)[,:]?|^(?:他|她)(?:就|还|也|一直)?(?:念叨|抱怨|说|讲)[,:]?|^其中[^,。;:\d的了]{1,6}(?:说|讲|反映)[,:]?|^其?中?(?:有)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:户|家|人|个|位|名)(?:人|群众|村民|居民|商户|企业|老板|老人)?(?:都)?(?:反映|说|讲)(?:的是)?[,:]?|^讲(?=[^,。;的了]{3})(?![得课座解法政究授述理稿台演卫文话])|^(?:大家|群众|居民|村民|选民|业主)?的?(?:意见|问题|诉求|反映)(?:都|主要|比较|最|普遍)*集中(?:在|的(?:就?是|有))|^另?一[个条件桩]就?是|^(?:大家伙?|群众|老百姓|村民|居民|选民|他们)?(?:都)?(?:反映|讲|说|提|问|谈|吐槽|抱怨|骂|嫌)(?:得|的)?(?:最多|比较多|较多|最集中|最突出)的?(?:还)?(?:就?是|问题是|问题)?[,:]?|^(?:都|还)(?:说|反映|讲)[:,]?|^(?:(?:还有|另外|再就是|也有|其次|此外|同时|然后)[,:]?)?(?:(?:(?:有|一些|不少|很多|许多|多名|几个|部分|当地|有个|有位|[\d一二两三四五六七八九十]{1,3}(?:个|名|位))?(?:群众|居民|村民|选民|老百姓|百姓|大家伙|大家|大伙儿?|业主|住户|家长|老乡|乡亲|商户|农户|企业|工人|职工|老人家|青年|年轻人|学生|教师|司机|骑手|租户|他们|她们|他|她|有人|个别人|有的)|(?:有|个)?[一-龥]{0,2}(?:某|大爷|大娘|大妈|大姐|大哥|大叔|嬢嬢?|奶奶|爷爷|师傅|老师|女士|先生|[叔伯婶姨嫂](?=反映|说|讲|提|投诉))|(?:老|小)(?!是|师|乡|人|板|百|区|学|朋|伙|时|汉|两)[一-龥](?=说|讲|反映))(?:们)?(?:都|还|也|就|在|来|过来|老|总|一直|天天|纷纷|集中|普遍|主要|一致|强烈|向我|跟我|给我|在会上|当场|又)*(?:反映|说|提出|讲|提到|投诉|表示|谈到|摆|诉苦|提)(?:的(?:是|问题是|有)?|了|到|说|道)?(?:意见|问题)?|(?:主要|集中|经与[^,。]{0,6}沟通,?现?)?(?:反映|提出|投诉)(?:一?[下哈声]|的(?:是|问题(?:是|有)?|情况)?|了|说)?(?:如下|以下)?(?:问题|情况|意见)?|(?:收集|收到|记录)[^,。:]{0,12}(?:意见|建议|问题)[^,。:]{0,6}[:,]|(?:意见|问题|诉求|建议)(?:有|如下|是|主要是)?[:,])[:,\s]*/u,
);
const COURTESY = guarded(/[,。;!\s]*(?:谢谢|感谢|辛苦了|麻烦)[^,。;]{0,8}[。!]*$/u);

/** Who says it and that it is said, left out: 居民反映十年无人管 says 十年无人管. */
export const withoutSpeaker = (voice: string): string => trim(INTRO.replace(trim(voice), ""));

// 大寨村反映…, 锦江社区3栋业主反映…: where those live who say it.
const HOME = guarded(
  new RegExp(
    `^${HOME_OF_THEM}(?=(?:群众|居民|村民|选民|老百姓|百姓|大家|业主|住户|家长|老乡|乡亲|商户|农户|工人|职工|老人|有人|青年|年轻人|学生|教师|司机|骑手|租户|党员|反映|投诉|有(?:个|位|户)|[一-龥](?:某|大[爷娘妈姐哥叔]|嬢|叔|婶)))`,
    "u",
  ),
);

// 店门口, 河边: a spot that has no name of its own.
const SPOT = guarded(
  /(?:店|校|村|寨|厂|院|小区|菜场|市场|幼儿园|商场|超市|车站|公园)(?:大|正|后)?门[口前]|[村寨路巷街]口|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:栋|号楼|幢)(?:(?:\d|[一二三四五六七八九十])单元)?|(?:社区|村)?文化活动室|(?<![一-龥])(?!我们?|这|那|本|该|老旧|各|全|每|他们|你们)[一-龥]{2,4}(?:小区|花园|家园|公寓|苑)(?=物业)|(?:[县市区镇省]|(?<![一-龥])[一-龥]{2})第?[一二三四五六七八九]中(?=食堂|宿舍|门|操场|校|旁|对面|的)|小广场|桥头|[河塘江]边|水库边/u,
);

/** One opinion from its own words. */
export function toOpinion(item: string, places: readonly string[]): OpinionDraft {
  const whole = trim(item);
  const home = HOME.exec(whole)?.[0] ?? "";
  const rest = whole.slice(home.length);
  const heard = INTRO.replace(rest, "");
  const isOfHome = home !== "" && heard !== rest;
  const text = trim(COURTESY.replace(isOfHome ? heard : INTRO.replace(whole, ""), ""));
  const place = placeOf(text, isOfHome ? home : "", places);
  return {
    text,
    category: rankCategories(text).category,
    ...(place === undefined ? {} : { place }),
    ...(isUrgent(text) || isAlarming(text) ? { urgent: true } : {}),
  };
}

/** 路口, 街上: so short a place is named by what stands before it. */
const BARE = 2;

// 再不换就集体去区政府上访, 去堵工地大门: where they mean to go, and not where it is.
const GO_THERE = guarded(
  /(?:[,。;](?:业主|大家|村民|群众|居民|他们|工人)?们?(?:都|还)?(?:说|讲|喊)?)?(?:再不|要是|不)[^,。;]{1,8}就(?:要|都|集体|一起|准备|打算|去|到|上|包车)+[^,。;]{0,14}$|(?:集体|一起|准备|打算|扬言|商量着?)(?:要|去|到|上)+[^,。;]{1,10}(?:上访|讨说法|闹|静坐|拉横幅|堵[^,。;]{0,4}门)[^,。;]{0,4}$/u,
);

function placeOf(said: string, home: string, places: readonly string[]): string | undefined {
  const text = GO_THERE.replace(said, "");
  const own = findPlace(text, places);
  const spot = (own !== undefined && own.length > BARE ? own : findSpot(text)) ?? own ?? SPOT.exec(text)?.[0];
  return own === undefined || own.length < 4 ? (findPlace(home, places) ?? spot) : own;
}

const THREAT = guarded(
  /^[^,。]{0,12}?(?:再不|不(?:给|发|赔|补|修|管|解决|处理|答复)[^,。]{0,4}就(?:要|去|准备|打算)|要是不|如果不|不(?:管|修|解决|处理)的?话|不然|要不然?|否则|(?:说|讲|喊|扬言|准备|打算|商量)[^,。]{0,4}(?:要|去)[^,。]{0,6}(?:堵|上访|闹|讨说法|拉横幅))/u,
);

/** 再不管就要去堵路: what comes of a matter is said with it, not apart. */
export const isThreat = (text: string): boolean => THREAT.test(text) && isUrgent(text);

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
  const besides = cutText(said, BESIDES.list(said)).map(trim);
  if (besides.length > 1 && besides.every((part) => part.length > 4 && saysWrong(part)) && areSundry(besides))
    return besides;
  const sundry = HEARD_OF.replace(said, "").split(/[、,;](?=还?有)/u);
  if (sundry.length > 1 && sundry.every((part) => /^还?有[^,。;]{4}/u.test(part))) return sundry.map(trim);
  const breaths = said === spoken ? [] : said.split(",").map(trim);
  if (breaths.length === 2 && breaths.every(saysWrong) && areSundry(breaths)) return breaths;
  const isListed = voice.slice(0, voice.length - spoken.length).includes(":");
  const short = isListed ? asBreaths(said) : undefined;
  if (short !== undefined) return short;
  const parts = said.split("、").map(trim);
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
  const parts = said.split(",").map(trim);
  const areShort = parts.length > 2 && parts.every((part) => part.length > 2 && part.length < 10);
  return areShort && parts.every((part) => complains(part) && isSorted(part)) && !isOfOne(parts)
    ? parts
    : undefined;
}

const isOfOne = (parts: readonly string[]): boolean =>
  new Set(parts.map((part) => rankCategories(part).category)).size === 1;

// 自来水有股味道还有那个药店卖得贵: a second matter in the same breath, though nobody pauses.
const BESIDES = everywhere(
  /(?<=[一-龥]{4})(?:,?(?:然后)?(?:还有|另外|再有|再就是|另就是)(?:就是|那个|这个|个|呢|嘛)+|[,]?(?:再就是|第二个就是|另外一个就是))(?=[一-龥]{4})/gu,
);

// 这周听来的:有食堂卖隔夜菜、有人退不出押金: where it was heard.
const HEARD_OF = guarded(/^[^,。;:]{0,12}(?:听来|听到|收到|遇到|反映|说)的?:/u);

// 有三件事:路灯坏了,垃圾没人拉,井盖丢了: as many as were announced.
const COUNTED = guarded(
  /^[\s,。;]*[^,。:\d]{0,8}?(?<count>\d|[一二两三四五六七八九])[条个点件样桩宗项](?:(?:意见|问题|建议|事情?|情况)[:,]|:)(?<items>.+)$/u,
);

function asCounted(voice: string): string[] | undefined {
  const { count = "", items = "" } = COUNTED.exec(voice)?.groups ?? {};
  const parts = items.split(/[,;、]/u).map(trim);
  const all = parseNumber(count)?.value ?? 0;
  // 三点:停车难,油烟大, and the third is said in another breath.
  const isAll = parts.length > 1 && (all === parts.length || (all > parts.length && parts.every(saysWrong)));
  return isAll && parts.every((part) => part.length > 2) ? parts : undefined;
}

// 路灯瞎了一半;村医没人接班;网络老是卡: what a semicolon parts is told of one by one.
function asSentences(voice: string): string[] | undefined {
  const parts = voice.split(/[;\n]/u).map(trim);
  if (parts.length < 2 || parts.some((part) => part.length < 5)) return undefined;
  return (parts.length > 2 && parts.every(isSorted)) || (parts.every(saysWrong) && areSundry(parts))
    ? parts
    : undefined;
}

// 路灯、垃圾清运、村医: each of another kind, and so no one thing.
const areSundry = (parts: readonly string[]): boolean =>
  new Set(parts.map((part) => rankCategories(part).category)).size === parts.length && parts.every(isSorted);
