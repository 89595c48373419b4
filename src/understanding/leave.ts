import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { FoundDate } from "./dates/found.ts";
import { guarded } from "./guarded.ts";

const WANTS = guarded(
  /请(?:个|一?天|半天|两天|几天|病|事|产|婚|丧|年)?假|告(?:个)?假|(?:我|会|活动|视察|培训|学习|会议|座谈会|调研|小组|检查)[^,。]{0,6}(?:就)?(?:来|去|参加|到)不(?:了|成|起|到)|(?:来|去|参加)不(?:了|成)(?:[,。]|$|活动|会|小组|视察|培训)|(?:来|去|到|参加)不(?:了|成|到|起)[^,。]{0,2}(?:会|活动|培训|学习|视察|[,。]|$)|没法(?:来|去|参加)|不能(?:来|去|参加|到会|出席|按时)|无法(?:参加|到会|出席)|走不(?:脱|开|成)|来不(?:起|了)|缺席[^,。]{0,4}(?:一下|一次)|不来了|就不去了/u,
);
const OTHERS = guarded(
  /群众|居民|村民|业主|反映|(?:水|电|气|网|车|信号|班车)[^,。]{0,3}(?:来|去|走)不|(?:医生|老师|司机|工人)[^,。]{0,4}请假|谁|哪些|多少|几(?:个|次)/u,
);

// The first that fits wins; care for the family before the illness of the family.
const REASONS: readonly (readonly [LeaveReason, RegExp])[] = [
  [
    "abroad",
    /赴(?:[德法英美俄意日韩]国?|[一-龥]{2,4}国)(?=考察|访问|学习|参)|出国|出境|国外|境外|香港|澳门|台湾|签证|泰国|越南|日本|韩国|美国|新加坡|马来西亚|欧洲|缅甸|老挝/u,
  ],
  [
    "work_shift",
    /考务|监考|排班|门诊走不|(?:值|上|当|顶|倒)(?:个|了)?[夜晚早中白]?班(?![^,。]{0,6}(?:病|住院|摔|疼|痛))/u,
  ],
  [
    "family",
    /(?:孩子|小孩|小朋友|娃|儿子|女儿|姑娘|孙|老人|老的|父亲|母亲|爸|妈|爹|公公|婆婆|老娘|老爹|老汉|老母|陪床|老伴|岳|丈人|爷爷|奶奶|外婆|老婆|媳妇|爱人|老公|丈夫|妻|家属|亲戚|侄|舅|姨|姑|叔|哥|弟|姐|妹)(?!们?单位)|高考|中考|家长会|结婚|婚礼|婚假|丧|葬|出殡|去世|过世|生小孩|产假|生孩子|陪护|照顾|搬家|满月|酒席|办酒|吃酒|红事|白事|上坟|喜酒/u,
  ],
  [
    "farm_season",
    /农忙|(?:收|打|割|栽|种|插|挖|掰|晒|薅|犁|耙|采|摘|卖|烤)[^,。]{0,2}(?:谷|稻|苞谷|包谷|玉米|烟|菜|洋芋|土豆|红苕|辣椒|麦|豆|花生|茶|苗|苕|药材|瓜|桃|李子|梨|葡萄|果子|秧|田|土(?!地)|庄稼)|(?:收|打|割|抢收|晒)(?:谷|稻|苞谷|玉米|烤烟|菜|洋芋|辣椒|油菜|麦|庄稼)|(?:谷子|苞谷|水稻|稻谷|玉米|烤烟|辣椒|洋芋|庄稼|菜籽|油菜|茶叶)[^,。]{0,4}(?:要|得|没|正)?(?:收|打|割|采|栽|种)|插秧|打谷|栽秧|打米|采茶|抢收|春耕|秋收|栽(?:苕|菜|烟)|下种|地里/u,
  ],
  [
    "illness",
    /病|住院|发烧|感冒|手术|不舒服|医院|摔|骨折|复查|体检|疼|痛|身体|咳嗽|腰|脚崴|崴|拉肚子|阳了|输液|打针|牙|头晕|血压|晕/u,
  ],
  [
    "business_trip",
    /(?:公司|厂里?|店里?|单位|企业|老板|生意|业务|客户)[^,。]{0,8}(?:去|到|赴|在|出)[^,。]{0,6}(?:参展|展会|展销|博览|谈|签|洽谈|考察|送货|看货|收账|办货|拿货|提货|出差)|(?:去|到|赴)[一-龥]{2,4}(?:参展|参加(?:展会|展销|博览)|谈(?:生意|合同|项目)|送货|进货|看货)/u,
  ],
  [
    "official_meeting",
    /开会|开(?!不)[^,。]{0,6}会(?!计)|会议|有(?:个)?会|会冲突|市里|省里|上级|党校|检查组|迎检|督查|学习班|调训|参会|(?:参加|有)[^,。]{0,8}(?:会|培训)(?:[,。]|$)/u,
  ],
  [
    "business_trip",
    /出差|外地|在外|深圳|广州|北京|上海|杭州|成都|重庆|浙江|广东|福建|昆明|长沙|武汉|出门|外出|跑业务|谈业务|进货|考察/u,
  ],
  [
    "work_shift",
    /值班|上班|走不开|走不脱|加班|单位|厂里|厂头|店里|店头|晚班|早班|中班|铺子|门面|守店|看店|摆摊|公司|忙不过来|轮班|顶班|赶工|工地|上课|门诊|当班|倒班|夜班|生意/u,
  ],
  ["family", /家里|家中|屋头/u],
];

// The meeting one cannot go to is no reason: only what follows or precedes the wish is.
const TARGET =
  /[^,。]{0,16}(?:会议|培训|学习|会|活动|视察|调研|座谈|检查)[^,。]{0,6}?(?:(?:我|要|想|得|就|可能|恐怕)*(?:请(?:个|一?天|半天)?假|(?:来|去|参加|到)不(?:了|成|起|到)|不能|无法|没法|走不)(?:来|去|参加|到会|出席)?)/u;

// 这周五的会我感冒来不了: the reason stands between the meeting and the wish.
const MEETING = /^[^,。]{0,16}?(?:会议|培训|学习|会|活动|视察|调研|座谈|检查)/u;

// So much is left where a reason is told, of whatever class.
const GIVEN = 6;
const COURTESY = /[\s,。]|特此?|谨此?|请(?:个|一?天|半天)?假|我|本人|领导|您?好/gu;

const reasonIn = (text: string): LeaveReason | undefined =>
  REASONS.find(([, pattern]) => pattern.test(text))?.[0];

/** True when leave is asked for, before any day is looked for. */
export const wantsLeave = (text: string): boolean => WANTS.test(text) && !OTHERS.test(text);

/** Of a wish for leave: which day, where one is named, and the class of the reason. */
export function readLeave(text: string, dates: readonly FoundDate[]): { date?: string; reason: LeaveReason } {
  const grounds = text.replace(TARGET, "");
  const given = grounds.replace(COURTESY, "").length >= GIVEN;
  const reason = reasonIn(grounds) ?? (given ? undefined : reasonIn(text.replace(MEETING, ""))) ?? "other";
  const date = dates.find((one) => !one.wide)?.start;
  return { reason, ...(date === undefined ? {} : { date }) };
}
