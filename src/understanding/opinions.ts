import type { OpinionDraft } from "#src/domain/draft.ts";
import { rankCategories } from "./categories.ts";
import { isAlarming } from "./alarm/sense-alarm.ts";
import { findSpot } from "./find-spot.ts";
import { guarded } from "./guarded.ts";
import { findPlace } from "./places.ts";
import { HOME_OF_THEM } from "./telling.ts";
import { isUrgent } from "./urgent.ts";
import { INTRO, trimVoice } from "./without-speaker.ts";

// …,谢谢; …,我记下了; …,帮我报上来: what the deputy adds of his own.
const COURTESY = guarded(
  /[,。;!\s]*(?:(?:谢谢|感谢|辛苦了|麻烦)[^,。;]{0,8}|(?<=[,。;!\s])(?:[帮给]我|我|请|都|已经?|先|就|帮忙?){1,4}(?:记|报|补|转达?|登记|反映|上报)(?:一?下|了|上[来去]|下来|过来|给你们){1,3}|(?<=[,。])了|(?<=[,。;])[一-龥]{2,4}(?:代表)?(?:也|都)(?:一[起道同路块])?(?:去|来|在|参加)(?:的|了|过)?)[。!]*$/u,
);

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
  const whole = trimVoice(item);
  const home = HOME.exec(whole)?.[0] ?? "";
  const rest = whole.slice(home.length);
  const heard = INTRO.replace(rest, "");
  const isOfHome = home !== "" && heard !== rest;
  const text = trimVoice(
    COURTESY.replace(isOfHome ? heard : INTRO.replace(whole, ""), "").replace(/还$/u, ""),
  );
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
