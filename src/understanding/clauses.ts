import { cutText } from "./cut-text.ts";
import { everywhere, gateOf, guarded } from "./guarded.ts";
import { listMatches } from "./list-matches.ts";

/** A stretch of a message between punctuation marks or connecting words, and where it stands. */
export type Clause = {
  readonly text: string;
  readonly index: number;
  /** True where a number, a bullet or a new line begins an item of a list here. */
  readonly item: boolean;
};

const SPEAKER =
  "(?<![给为向对与和跟让请把由教])(?<![给为向教][^,。;]{0,10}(?:\\d|[多余来几名位个一二两三四五六七八九十百]))(?<![给为向教][^,。;]{1,10}(?:的|村|社区|小区|镇|乡|组|寨|街道|学校|厂))(?:(?:有|一些|不少|很多|许多|部分|个别|当地|附近|周边|好几|几|(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})(?:多|几|来|余)?)?(?:个|名|位|户|号)?(?:群众|居民|村民|选民|老百姓|百姓|大家伙|大家|大伙儿?|业主|住户|家长|老乡|乡亲|商户|农户|工人|职工|老人家?|他们|她们|有人|寨邻|摊主|老板|厂长|店主|负责人|经理|校长|租户|街坊)|(?<![了访走跑过望问看\\d一二两三四五六七八九十几多来])(?:\\d{1,2}|[一二两三四五六七八九十])[户家](?:人家?)?|(?<!老)(?!的|了|和)[一-龥](?:某|大爷|大娘|大妈|大姐|大哥|大叔|伯伯?|嬢嬢?|叔叔?|婶婶?|奶奶|爷爷|师傅|老汉|女士|先生|老师|家))(?:们)?";
const SAYING =
  "(?:都|也|还|就|主要|普遍|集中|纷纷|一致|向我|跟我|给我|当场|强烈|又|多次|来|在会上)*(?:反映|反应|说(?!(?:了|着)?(?:说|会儿?|一会儿?|几句|一阵|半天|些)*话|的(?:都|是)|事|和|好|成|定|明|服|清|起)|讲(?!事|课|话|座)|摆(?!龙门)|提出|提到|提了|投诉|要求|希望|盼|抱怨|诉苦|谈到|建议|念叨|叫苦|(?:在)?叫苦|埋怨|发愁|吐槽|诉说|说起|问起|嘀咕|(?:咨询|询问)(?=:))";
// 一位问低保怎么办, 有个大姐来说…: one of several who came.
const ONE_OF_THEM =
  "(?:^|(?<=[,。;:\\s]))(?:还有|另有|另外|也有|其中|有)?(?:[一两1]|另一?|又一?)?(?:个|位|名|户|拨)(?:人|群众|选民|村民|居民|老乡|大[姐哥爷妈娘叔]|老人家?|老人|家长|商户|妇女|老板|年轻人)?(?:过来|跑来|来)?(?:问(?!题)|咨询|打听|说(?!话|好|成|服|明|和)|讲(?!课|话|座)|反映|要求|希望|担心|抱怨|诉苦|念叨)|(?:^|(?<=[,。;:\\s]))一[人批拨户位](?:人|群众|居民)?(?:是)?(?:问(?!题)|咨询|打听|说(?!话|好|成|服|明|和)|讲(?!课|话|座)|反映|要求|诉苦|抱怨)";

// 卖菜的老周说, 有个做小工的讲, 有三户都在说: others who speak, and more ways of saying.
const OTHERS =
  "(?<![给为向对与和跟让请把由教替帮])(?:(?:老|小)(?!是|师|乡|人|板|百|区|学|朋|伙|时|汉|两)[一-龥]|有(?:个|位|户|家)(?!意见|问题|事|情况|建议|话|要)[^,。;的了过]{0,5}(?:的|人|户|家|工|农|者)?)(?=说|讲|反映|念叨|抱怨|诉苦|叫苦)";
// 家家都问, 个个都嫌, 多数人讲: all of those who were just met, or most of them.
const EVERYBODY =
  "(?:(?:大?多数|好多|好些|不少|很多|许多|有些|一半的?)人|个个|人人|家家(?:户户)?|户户|十有八九|有的(?:人|群众|户|家|村民|居民|老人|家长)?|有些(?:群众|户|家|村民|居民|老人|家长))(?:都|也|还|老|总|在|一直)*(?:问(?!题)|嫌|愁|怕|担心|说(?!话|好)|讲(?!话|课)|摆(?!龙门)|反映|抱怨|叫苦|念叨|要求|希望|盼|提(?=[一-龥]{3}))";
const ANYBODY = `(?:(?<![替帮])(?!人家)${SPEAKER}|${OTHERS})`;
const ANYHOW = `(?:在|老|总|一直|天天|都|还)*${SAYING}(?!的(?:那|这))`;
const PUTS = `${SPEAKER}(?:都|也|还|来|在会上)*提(?=[一-龥]{3})(?![案议高升供前醒名交着倡拔])`;

/** Residents begin to speak: who, and a verb of saying. */
export const VOICE = guarded(
  new RegExp(
    `${ANYBODY}(?!说说|讲讲|谈谈|摆摆)${ANYHOW}|${EVERYBODY}|${PUTS}|有(?:的)?人(?:嫌|怕|担心|反对|问(?!题))|(?:都|全)是(?:来|找我)(?:说|讲|反映|投诉|告状)(?![^,。;]{0,12}的(?:事情?|问题)?(?:$|[,。;]))(?=[^,。;]{5})|有(?:\\d{1,2}|[一二两三四五六七八九十几])(?:户|家|个人)(?:人家?|村民|群众)?(?:不同意|不愿意?|反对|想不通|有意见)|${ONE_OF_THEM}|(?:^|[,。;])(?:他|她)(?:就|还|也|一直)?(?:念叨|抱怨|叫苦|埋怨|诉苦)|(?<=[一-龥]{2})(?<![给为向教跟和][^,。;]{1,10}的)(?<![给为向教跟和])(?:他|她|老人家?|老板)(?:也|还|就)?(?:说(?!的|服|了算|清)|讲(?!清)|反映)|(?<=[户家人])都(?:说|反映|讲)|(?:^|[,。;])(?:都|还)(?:说|要求|反映|讲|希望)|(?:主要)?反映(?!了?(?:好|多|几|很多|无数)[^,。]{0,3}(?:次|遍|回|年)|人|事情|过来|情况的|问题的|的那|的(?:问题|事)[^:]{0,6}(?:给|办|解决))|投诉(?!电话|热线|平台|无门|到|过|了?好?几|没|无|也|都没)|(?:^|[,。;])(?:大家|主要)?(?:说|讲|吐槽|抱怨|反映|提|骂|嫌)得?(?:最多|较多|比较多|最集中)的|(?:^|[,。;])主要(?:说|讲|吐槽|抱怨)(?!了|明|课)`,
    "u",
  ),
);

const MARKS = everywhere(
  /(?:^|(?<=[\s,。;:、]))(?<!\d、)(?!\d{1,2}、\d{1,2}、\d)(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[、,]|\.(?!\d)|\.(?=\d{1,2}月)|\))\s*|(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|[①-⑳❶-❿➀-➓⑴-⒇⒈-⒛㈠-㈩])[、.]?\s*|(?<=[一-龥)])\d[)、](?=[一-龥])|(?<=[:。;,])[1-9](?=[一-龥]{3})(?![户人名次件条家个位月号日点年组楼场起项])|(?:^|(?<=[\s,。;:、一-龥]))(?:第[一二三四五六七八九](?:条|个|点|是|,|、)+是?[,:]?|其[一二三四五](?:是|,|、|:)*)|(?:^|(?<=[,。;:]))(?:一|二|三|四|五|六)(?:是|来(?=[一-龥]))|(?:^|(?<=[,。;:\s的]))(?:一条|还有一条|另外?一条|有一条|一个|还有一个|另一个|一件|另一件)(?:就?是|说|讲|反映|嫌|问(?!题)|要求|希望|关于)[,:]?|(?:还有|另)?一个(?:说|反映|讲)(?=[一-龥])|(?<=[,。;:])一[个条件桩](?![人月星小半是说讲问老大妇居村群选学家娃孩年姓叫季礼专多把样]|[^,。;]{0,4}(?:说|讲|反映|问))(?=[^,。;:]{3,12}[,。;]一[个条件桩][^,。;]{3})|(?<=[,。;:]一[个条件桩][^,。;:]{3,12}[,。;])一[个条件桩](?![人月星小半是说讲问老大妇居村群选学家娃孩年姓叫季礼专多把样]|[^,。;]{0,4}(?:说|讲|反映|问))(?=[^,。;]{3})|(?<=[一-龥,。;:])(?:[二三四两]|再(?:有)?)一个(?:问题|事)?(?:就?是|呢|说|反映)[,:]?|(?<=[一-龥])(?:还有|另外?)?一(?:个|条|件)是(?=[一-龥])|(?:意见|问题|建议|诉求)(?:\d{1,2}|[一二三四五六])[:、.,]\s*|(?:^|(?<=[\s,。;]))[a-hA-H][.、)]\s*(?=[一-龥\d])|\n+\s*(?:[-•·*●▪◆★—]+\s*)?|^[-•·*●▪◆]\s*|(?<=[\s;])[-•·*●▪◆]\s*/gu,
);
// 走访黄连村7户群众反映…: the households were visited, the people speak.
const VISITED = "(?:走访|看望|慰问|入户)[^,。;]{0,10}[\\d一二三四五六七八九十]户";
const SOFT = [
  ["(?<=[,。;!?])(?![,。;!?\\s])", "(?<=[^\\d]:)(?=.)"],
  [
    "(?<=[一-龥])\\s+(?=\\d)",
    "(?<![日号天午晚])(?=(?:然后|接着|随后|后来|另外(?!一(?:户|家|名|位|人|半))|此外|顺便|还(?:去|到)了|又(?:去|到|顺[路便]|走访|接待|参加|调解|慰问)|同时(?=走访|接待|收集|参加|化解)))",
    "(?<=[一-龥]{4})(?<![天日号晨月周期那这在于从到至的改成是一整每早])(?=上午|下午|晚上|昨天|前天|今天|\\d{1,2}月\\d{1,2}[日号]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|\\d{1,2}[日号](?:又|就|再)?(?:上午|下午|晚上)?(?:参加|走访|到|去|在|接待|调解|慰问|视察|值班|列席|旁听))",
  ],
  [
    "(?<=[户家人])(?=都(?:说|反映|讲))",
    "(?<=[户人名家次件起场个条]、)(?=(?:走访|接待|调解|慰问|视察|看望|参加|召开|化解|解决|开展|收集|提出|组织|办理|联名|附议|领衔|提交|列席|旁听))",
    "(?<=[户人名家次件起场个条众民])(?=(?:并且?|还|又|也|再)?(?:走访|接待|调解|慰问|视察|看望|参加|召开|化解|解决)了?[^,。;]{0,3}(?:\\d|[一二两三四五六七八九十]))",
  ],
  [`(?<=[一-龥\\d]{3})(?:(?<![的了名位个户些少多向给为对让请由\\d])|(?<=${VISITED}))(?=${SPEAKER}${SAYING})`],
].map((ways) => {
  const source = ways.join("|");
  return { source, mayMatch: gateOf(new RegExp(source, "u")) };
});

// Most clauses can be cut in one or two of these ways only: the others are left out of the pattern.
const SOFTLY = new Map<number, RegExp>();

function cutSoftly(text: string): readonly string[] {
  let ways = 0;
  for (const [nth, { mayMatch }] of SOFT.entries()) if (mayMatch?.(text) !== false) ways |= 1 << nth;
  if (ways === 0) return [text];
  const known = SOFTLY.get(ways);
  if (known !== undefined) return cutText(text, listMatches(known, text));
  const sources = SOFT.flatMap(({ source }, nth) => ((ways & (1 << nth)) === 0 ? [] : [source]));
  const pattern = new RegExp(sources.join("|"), "gu");
  SOFTLY.set(ways, pattern);
  return cutText(text, listMatches(pattern, text));
}

type Cut = { readonly from: number; readonly to: number };

// One number alone is no list: 1.5公里, 一条路. Two marks are, and a mark at the very start is.
function listCuts(text: string): Cut[] {
  const cuts = MARKS.list(text).map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const lone = cuts.length === 1 && !text.slice(cuts[0]?.from, cuts[0]?.to).includes("\n");
  return lone ? [] : cuts;
}

/** Cuts a message into clauses: at list marks, punctuation and the words that lead on. Nothing but marks is lost. */
export function splitClauses(text: string): Clause[] {
  const cuts = listCuts(text);
  const clauses: Clause[] = [];
  const take = (from: number, to: number, item: boolean): void => {
    let index = from;
    for (const [nth, part] of cutSoftly(text.slice(from, to)).entries()) {
      if (part.trim() !== "") clauses.push({ text: part, index, item: item && nth === 0 });
      index += part.length;
    }
  };
  take(0, cuts[0]?.from ?? text.length, false);
  for (const [nth, cut] of cuts.entries()) take(cut.to, cuts[nth + 1]?.from ?? text.length, true);
  return clauses;
}

const ASKS_ONE = guarded(new RegExp(`${ONE_OF_THEM}|${EVERYBODY}`, "u"));

/** True where one of those who came is heard, or all of them, though they only ask: 一位问低保怎么办. */
export const isOneOfThem = (text: string): boolean => ASKS_ONE.test(text);
