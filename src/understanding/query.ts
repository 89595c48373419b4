import { asksHowMany, tellsOfSome } from "./asks-how-many.ts";
import type { FoundDate } from "./dates/found.ts";
import { isDeed } from "./deeds.ts";
import { mainKind } from "./kinds.ts";
import { kindAsked } from "./kind-asked.ts";
import { isComing } from "./is-coming.ts";
import { isOrdering } from "./is-ordering.ts";
import { isWhyNot } from "./is-why-not.ts";
import { findNames } from "./names.ts";
import { ASKED } from "./query-names.ts";
import { settleName, type SensedQuery } from "./settle-query.ts";
import type { Query, QueryName, ReadingContext } from "./understanding.ts";
import { isPlan, isQuestion } from "./words.ts";
import { guarded } from "./guarded.ts";

const TERSE = guarded(
  /^(?:请|帮我|帮忙|麻烦)*(?:统计|催|未报|缺席|代表\s?[一-龥]{2,3}$|查|查询|查查|看看|看下|看一下|列一?下|列出|汇总|导出|下载|待办|我想(?:问|查|看|知道)|想问|请问|问一?下)/u,
);
const NOUNS = guarded(
  /够不够|达没达标|名单|情况[。!]*$|台账|导(?:出|成)|^我的|排个?名|(?:户|人|次|件|总)数[。]*$|^我[^,。]{0,8}的?(?:积分|出勤|履职|意见|得分|分数)$|以上的?(?:代表|人)|没报的$|汇总表|统计|未报|档案|(?<=[一-龥]{2}的)(?:情况|履职|表现)$|数据$|给我看|列一?下|列出来|(?:发|给)我(?:一?下|一份)?$|安排[。!]*$|查一?下|排名|记录$|调(?:出来?|阅|取|一?下|来)|的?(?:积分|出勤|得分|考勤)[。!]*$|请?发(?:给)?我|(?:没|未|零)[^,。]{0,8}的(?:代表|人)[。!]*$|给不给分|进[度展][。!]*$|(?:逾期|超期)[^,。]{0,4}件|[期时]限[。!]*$/u,
);
// What the bot keeps and is asked about; anything else is a resident's question.
const OURS = guarded(
  /你(?:都)?(?:能|会|可以|有)|机器人|事要办|做了|干了|达标|履职|积分|分|考核|称职|走访|接待|值班|视察|调研|活动|小组|请假|假|缺席|缺勤|出席|出勤|到会|签到|考勤|述职|培训|会|意见|建议|议案|诉求|档案|报告|代表|未上?报|没上?报|报|交|超期|逾期|调解|慰问|任务|功能|用|记录|台账|表|数据|规定|规则|罢免|劝辞|反映|问题|宣讲|志愿|旁听|检查|企业|座谈|助学|捐|培训|信访|操作|排名|走动|办结|满意率|截止|开会|待办|问题|来|去|缺|导|怎么弄|怎么操作|怎么[改删撤]|咋个?[改删撤]|[到去]?[哪找]里?个?[改删撤]|照片|语音|东西|差哪样|手[上里头]|压着|(?:我|之前|先前|[上前][回次])[^,。]{0,6}[说提讲]的/u,
);
const TELLS = guarded(
  /(?:[今昨前]天|上午|下午|\d[号日]|刚才)我?(?:又|还|专门|特意)?(?:[去到跑]+|打电话)[^,。?]{0,3}(?:问|催|找)了?[^,。?]{1,6}(?:局|委|办|政府|镇里|街道|中心)|(?:去|到现场)看了?(?:一下|看|哈)?我?[^,。]{0,4}提的|(?:跟踪|督办|督促|回头看|督)了|^(?:\d{1,2}月\d{1,2}[日号]|今天|昨天|前天|上周.|上午|下午)[^,。?]{0,4},?(?:督办|跟踪|去看|参加|走访|接待)/u,
);
const DATED = guarded(/今天|昨天|前天|昨晚|今早|上午|下午|刚才|刚刚|\d[号日]/u);
const DID = guarded(
  /(?:参加|走访|接待|视察|调研|值|慰问|调解|列席|旁听|培训|捐|宣讲|述职|巡|召开|开|看望|送|去|化解)了/u,
);
const CLEARLY_ASKS = guarded(
  /[?]|多少|(?<![好十百])几(?:户|次|人|个|家|场|件|条|起|位|名|分|号|点|时)|吗[。!]*$|谁|哪|好多|什么|怎么|如何|导出|统计|名单|没有?[。]*$|查|咋|列(?:一下|出)|([一-龥])没\1/u,
);
const RESIDENT = guarded(
  /(?:群众|居民|村民|选民|业主|住户|家长|老百姓|大家)[^,。]{0,8}(?:反映(?![^,。]{0,6}(?:最多|多少|几|哪))|说|问(?!题)|希望|建议|要求|想知道|咨询)|建议(?:在|对|把|增|加|尽|有关|相关|政府|由)|希望|能不能(?:给|在|把|修|装|增|解决|派|帮)/u,
);

// 敖春燕的情况, 谷学军怎么样: of a deputy who is known.
const OF_SOMEBODY = guarded(/(?:的|[度月年周期来内])(?:情况|表现)[。!]*$|(?:怎么样|咋样|如何)$/u);

/** A question in plain or terse words, with its period, place, person and kind; undefined where nothing is asked. */
export function findQuery(
  text: string,
  dates: Days,
  context: ReadingContext,
  sensed: () => SensedQuery,
): Query | undefined {
  if (text.length > 80 || LISTS.test(text)) return undefined;
  const person = findNames(text, context.people)[0];
  if (!asks(text, person !== undefined)) return undefined;
  const name = nameOf(text, person);
  if (name === undefined) return undefined;
  return ofName(settleName(text, name, sensed()), text, dates, context);
}

// A list of matters with a heading asks nothing, though 清单 stands in it.
const LISTS = guarded(/\n\s*(?:\d|[一二三四五①②(])/u);

type Days = (way?: "future") => readonly FoundDate[];

/** What is asked in a text that surely asks; `sensed` is what it most likely asks, where no rule tells. */
export function toQuery(text: string, dates: Days, context: ReadingContext, sensed: SensedQuery): Query {
  const name = nameOf(text, findNames(text, context.people)[0]);
  const asked = name === undefined ? unlessMade(sensed.best, text) : settleName(text, name, sensed);
  return ofName(asked, text, dates, context);
}

// Nobody who asks for a table leaves out what it is to be written in.
const MADE = /导|表|excel|下载|打印|台账|文件|名册|发[给我]|整理/iu;
const unlessMade = (name: QueryName, text: string): QueryName =>
  name === "export" && !MADE.test(text) ? "stats" : name;

function ofName(told: QueryName, text: string, dates: Days, context: ReadingContext): Query {
  const name = isComing(told, text, () => dates("future"), context) ? "upcoming_activities" : told;
  const person = findNames(text, context.people)[0];
  const kind = kindAsked(name, text);
  const org = orgOf(text, context.places);
  const period = periodOf(dates(name === "upcoming_activities" ? "future" : undefined));
  const min = minOf(text);
  const overdue =
    /超期|逾期|过期|超时|[过超]了(?:期|时)|超过[^,。]{1,5}[天日月周][^,。]{0,4}[没未]|超过(?:期限|时间|时限)/u.test(
      text,
    ) && name.startsWith("opinion");
  return {
    name,
    ...(org === undefined || name.startsWith("my_") ? {} : { org }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
    ...(period === undefined ? {} : period),
    ...(min === undefined ? {} : { min }),
    ...(overdue ? { overdue: true as const } : {}),
  };
}

function asks(text: string, named: boolean): boolean {
  if (!(OURS.test(text) || (named && OF_SOMEBODY.test(text)))) return false;
  if (isWhyNot(text)) return true;
  const isOrder = isOrdering(text);
  if (!(isOrder || TERSE.test(text) || isQuestion(text) || NOUNS.test(text))) return false;
  if (
    isPlan(text) &&
    !isOrder &&
    !/[?]|什么|哪|谁|吗|多少|怎么|几次|几场|几分|没(?:有|得)?$|有没有|安排|几点|几号/u.test(text)
  )
    return false;
  if (
    isDeed(text) &&
    (DATED.test(text) || /[我去][^,。]{0,12}[说讲看问]了/u.test(text)) &&
    !/[?]|吗[。]*$|没有?[。]*$|多少|几|谁|哪/u.test(text)
  )
    return false;
  if (/:\s*(?:\(?(?:1|一)|①)/u.test(text)) return false;
  if (asksHowMany(text)) return !RESIDENT.test(text);
  if (TELLS.test(text) || RESIDENT.test(text)) return false;
  if (DATED.test(text) && tellsOfSome(text)) return false;
  return !DID.test(text) || CLEARLY_ASKS.test(text.replace(/(?:(?<!慰)问|了解|看|听)了[^,。]*/u, ""));
}

function periodOf(dates: readonly FoundDate[]): { from: string; to: string } | undefined {
  const [first, second] = dates;
  if (first === undefined) return undefined;
  const joined =
    second !== undefined &&
    second.start >= first.start &&
    first.index + first.text.length + 1 === second.index;
  return { from: first.start, to: joined ? second.end : first.end };
}

const OWN = guarded(/我(?!们?(?:镇|区|乡|街道|县|村|市|组|站|单位|小组|办))|本人|自己/u);

function nameOf(text: string, person: string | undefined): QueryName | undefined {
  const own = OWN.test(
    text.replace(/(?:[帮给让]我|我(?=看看|看一?下|瞧|查查|了解)|我想(?:问|查|看|知道)|告诉我|发我)/gu, ""),
  );
  if (person !== undefined && !own && AWAY.test(text)) return "absences";
  if (person !== undefined && !own) return HOW_OFTEN.test(text) && countable(text) ? "stats" : profile(text);
  // 截止目前 is no deadline.
  const ended = text.replace(/截[止至]到?(?=目前|现在|今天)/u, "");
  const named = ASKED.find(
    ({ whose, pattern }) => (whose === "any" || (whose === "own") === own) && pattern.test(ended),
  )?.name;
  if (
    named === "upcoming_activities" &&
    /不少于|以上|超过|最多|最少|排名|第一|前[三五十]|(?:搞|开展|开|办|组织|举行|参加|进行)了?(?:多少|几)/u.test(
      text,
    )
  )
    return "stats";
  return named === "stats" && !countable(text) ? undefined : named;
}

// 张伟代表今年缺席过几次会: when one was missed.
const AWAY = /缺席|缺勤|请[过了]?[^,。]{0,4}假|没有?(?:来|到)/u;
// 张伟代表这个季度值班几次: of one thing that he did, and not of him.
const HOW_OFTEN =
  /(?:多少|几|好多)(?:次|户|人次?|家|件|场|起|条|个|位|名|选民|群众)|(?:次|户|件|场|起|家)数/u;

function profile(text: string): QueryName | undefined {
  if (/导出|下载/u.test(text)) return "export";
  if (/考核[^,。]{0,6}(?:等次|结果|档次)|(?:什么|啥|哪个)等次/u.test(text)) return "assessment";
  const about =
    /^代表|怎么样|咋样|如何|情况|表现|履职|多少|几|查|看|出勤|档案|积分|得分|履职|报了|缺席|什么/u;
  return about.test(text) ? "deputy_profile" : undefined;
}

const countable = (text: string): boolean =>
  mainKind(text) !== undefined ||
  /履职|记录|代表|活动|人次|会|分|^[今去本上]?[年月周季度]{1,2}统计/u.test(text);

const ORG_SUFFIX = guarded(/[一-龥]{2,6}?(?:代表小组|联络站|街道|镇|(?<!城)乡)|^\s*[一-龥]{1,5}局/u);

function orgOf(text: string, places: readonly string[]): string | undefined {
  const known = places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
  // 东风镇 is not its 联络站: what stands behind its name belongs to it, and the house says whether there is such a part.
  if (known !== undefined) return `${known}${partOf(text.slice(text.indexOf(known) + known.length))}`;
  const bare = text.replace(
    /\d+年|\d+月份?|咱们?|^(?:请|帮我|麻烦|申请|我(?=[想要需])|[想要需]|给(?:我(?![想要需]))?)*(?:统计|未报|缺席|查一?下?|看一?下|导出|代表|列一?下)(?:一下)?\s*|我们|我|全|各|哪个|哪些|本|今年|本月|上月|这个月|上个月|去年|上半年|[一二三四]季度|的/gu,
    " ",
  );
  return ORG_SUFFIX.exec(bare)?.[0];
}

const PART = /^(?:人大)?(?:代表)?(?:小组|联络[站室]|工作站)(?!活动|值班|接待|学习)/u;
const partOf = (behind: string): string => PART.exec(behind)?.[0] ?? "";

const MIN = guarded(
  /(?<n>\d+|[一二两三四五六七八九十])(?:次|户|件|条|场|起|分)?(?:以上|及以上|或以上|或更多)|(?:超过|不少于|大于|满|(?:连续|连着)(?:缺席|没来|没到|请假|缺)?了?)(?<m>\d+|[一二两三四五六七八九十])(?:次|户|件|条|场|起|分)/u,
);

function minOf(text: string): number | undefined {
  const groups = MIN.exec(text)?.groups;
  const said = groups?.["n"] ?? groups?.["m"];
  if (said === undefined) return undefined;
  if (said === "两") return 2;
  const digit = "零一二三四五六七八九十".indexOf(said);
  const value = digit >= 0 ? digit : Number(said);
  return /超过|大于/u.test(text) && groups?.["n"] === undefined ? value + 1 : value;
}
