const SUFFIX =
  "(?:代表联络站|联络站|联络室|人大代表之家|代表之家|工作站|便民服务中心|服务中心|文化广场|村委会|居委会|镇政府|乡政府|区政府|办事处|政府|街道|社区|小区|花园|家园|村|镇|乡|小学|中学|幼儿园|学校|卫生院|卫生室|医院|敬老院|养老院|福利院|法院|检察院|派出所|广场|公园|市场|农贸市场|农场|基地|工业园|园区|合作社|水库|河|大桥|工地|车站|寨|坝|湾|坡|街上|街|路口|路|院坝|礼堂|会议室|党校)";
const TAIL =
  "(?:[一二三四五六七八九十\\d]{1,3}(?:组|社|号楼|栋|单元|号院|号)|[东南西北]门口?|门口|门前|街上|旁边?|附近)";
const BODY = "[^\\s,,。;;::、!?!?()()“”\"'的了在到去来从向把被给为和与跟同及]{1,10}?";

// Words that stand before a place and are no part of it.
const LEAD =
  /^(?:.*?(?:走访|看望|慰问|视察|调研|接待|参加|召开|组织|前往|我们?|今天|昨天|上午|下午|晚上|早上|周[一二三四五六日]|帮助?|协助|资助|宣讲|开展|检查|入户|值班|反映|意见|联系|深入|本|该|向|对|由|请|叫|个|名|位|户|人|年|月|日|号|点))(?=.{2,})/u;

const AFTER_WORD = new RegExp(
  `(?:在|到|去了?|来到?|赴|于|前往|深入|地点(?:是|在|为)?:?|给|帮|为|走访了?|看望(?:慰问)?了?|慰问了?|视察了?|资助了?|下到?|进)(?<place>${BODY}${SUFFIX}${TAIL}?)`,
  "u",
);
const FREE = new RegExp(`(?<place>${BODY}${SUFFIX}${TAIL}?)`, "u");
const GROUP = /(?<![第\d])(?<place>[一二三四五六七八九十\d]{1,3}(?:组|社)(?!织|区|会))/u;
const AWAY = /(?:去|到|赴|前往)了?(?<place>[一-龥]{2,4}?)(?=学习|考察|调研|参观|取经|培训|交流|开会)/u;

/**
 * Where something happened, as it was said: a known place (with its group, building or gate), else words that end
 * like a place, best after 在, 到, 去. Undefined where none is named.
 */
export function findPlace(text: string, places: readonly string[]): string | undefined {
  return (
    knownPlace(text, places) ??
    AFTER_WORD.exec(text)?.groups?.["place"]?.replace(LEAD, "") ??
    wordedPlace(text)
  );
}

function wordedPlace(text: string): string | undefined {
  const away = AWAY.exec(text)?.groups?.["place"];
  if (away !== undefined && !/^(?:那里|这里|外地|区里|镇里|村里|我们)/u.test(away)) return away;
  const free = FREE.exec(text)?.groups?.["place"]?.replace(LEAD, "");
  if (free !== undefined && free.length >= 3 && !NOT_PLACES.test(free)) return free;
  return GROUP.exec(text)?.groups?.["place"];
}

const NOT_PLACES =
  /^(?:每|各|有|没有|一条|两条|这条|那条|通组|走|修|道|马|铁|公|问题|思|出|进|回|养|后|全|几个|多个|\d)/u;

const EXTENSION = new RegExp(
  `^(?:(?:[^\\s,,。;;::、0-9的了在到去有]{0,6}?)(?:${SUFFIX})${TAIL}?|${TAIL}|(?:[^\\s,,。;;::、0-9的了在到去有]{1,4})(?:组|寨|坡|湾|坝)(?![织区]))`,
  "u",
);
const ORGANISER = /^(?:人大|组织的|主办的|安排的|的领导|代表小组|代表团|派出所(?:民警|工作))/u;

function knownPlace(text: string, places: readonly string[]): string | undefined {
  let best: { readonly place: string; readonly index: number } | undefined;
  for (const place of places) {
    const index = text.indexOf(place);
    if (index < 0 || ORGANISER.test(text.slice(index + place.length))) continue;
    if (
      best === undefined ||
      index < best.index ||
      (index === best.index && place.length > best.place.length)
    )
      best = { place, index };
  }
  if (best === undefined) return undefined;
  const rest = text.slice(best.index + best.place.length);
  const extension = EXTENSION.exec(rest)?.[0] ?? "";
  return /走访|户|反映|接待|慰问/u.test(extension) ? best.place : best.place + extension;
}
