import { findCity } from "./find-city.ts";
import { findMarket } from "./find-market.ts";
import { findHouse, findLast, findRoom } from "./find-room.ts";
import { findShortPlace } from "./find-short-place.ts";
import { atEnd, everywhere, guarded } from "./guarded.ts";
import { knownPlace } from "./known-place.ts";
import { onRoad } from "./on-road.ts";
import { MATTER, ORGANISER, SUFFIX, TAIL } from "./place-words.ts";

const ENDING = everywhere(new RegExp(`${SUFFIX}${TAIL}?`, "gu"));

// What stands before a place and is no part of it; the place begins after the last of these.
const BEFORE = everywhere(
  /[一二两三四五六七八九十][场堂次件](?!坝)|走访(?:慰问)?|看望(?:慰问)?|评议|测评|慰问|视察|调研|接待|参加|参与|召开|组织|前往|深入|资助|帮助?|协助|宣讲|开展|检查|入户|值班|反映|意见|联系|附近的|位于|来自|督办|旁听|列席|关于|建议|希望|要求|发现|走进|上午|下午|晚上|早上|中午|傍晚|今天|昨天|前天|今早|昨晚|今年|去年|周[一二三四五六日天末]|星期[一二三四五六日天]|加强|改善|协调|解决|就是|现在|目前|还有|以及|因为|如果|由于|一起|老旧|部分|有些|每|在|到|去|赴|于|给|为|替|从|向|把|被|与|和|跟|同|及|往|看|了|的|是|有|个|名|位|户|家|所|条|座|处|日|号|点|时|来|趟|请|叫|让|对|我们?|你们?|他们?|她|这|那|些|回|完|修|过|走|进|出|就|经|沿(?![河江湖海滨山]$)|听|找|催|(?<![新智功节电热光氢储核水])能(?![源量仁])|下班|上班|巡(?!检|司|场|察|逻)|偶遇|遇[到见]|碰[到见]|途经|听闻|闻|陪|学|提|开|办|离|辖|没|不|个|代表|说|讲|送|商量|时候|主要|念叨|叫苦|问(?!题)|余人|多人|来人|清理|清扫|打扫|扫|疏通|动员|带着|领着|已经?(?:上?报|转|移?交|汇报)|[说提问讲聊]起|读|太阳能|上(?!街|坝|寨|坪)|,|。|;|:|、|\s|\(|\)|"|“|”|!|\?|\d/gu,
);
const BARE = new RegExp(
  `^(?:该|本|我|全|各|某|小|大|新|老|主|农村|乡|铁|马|公|通组|通村|串户|进村|出入|机耕|水泥|柏油|泥巴|断头|烂|破|土|思|出|道|问|养|半|线|网|套|门|门[口前]|屋[后前]|家[门]?[口前后]|产业|便民|文化)?${SUFFIX}$`,
  "u",
);
const NAMED_BARE = guarded(
  /^(?:(?:[区县市镇乡村]|新|老)?(?:场坝|集市|敬老院|养老院|福利院|(?:工业|产业|科技|物流)园区?|园区|开发区|安置[点区]|村小|完小|税务大厅|办税大?厅|农贸市场|菜市场|法院|检察院|派出所|供电所|税务所|司法所|财政所|工商所|市监所|自来水厂|信访局|政务大厅|办事大厅|服务大厅|卫生院|党校|政府|镇政府|乡政府|区政府|污水处理厂|水厂|村委会|居委会|幼儿园|联络站|联络室|代表之家|校门口|村口|寨门口|村委|文化广场|步行街|老街(?!坊)|客运站|火车站|汽车站|高铁站|路?(?:公交)?车?(?:终点|始发|首末|总)站|水库大坝|屠宰场|菜场|体育中心|文化中心)|小学|[区县市]?第?[一二三四五六七八九十]{1,2}中|[一-龥]坝脚)/u,
);
const NO_PLACE = guarded(
  /^(?:超市|城市|门市|政府|代表|全区|全市|全省|区|乡|村|[下进入驻回返离][村乡]|思路|出路|马路|公路|道路|铁路|线路|网路|电路|通组路|通村路|机耕路|小路|水泥路|修路|走路|一路|顺路|沿路|半路|市场|小组|代表小组|小区物业|学习小组|调研组|工作组|检查组|视察组|村民小组|河道|城市|乡镇|街道|小河|天桥|农村|乡村|城镇)$|[调研检查视察工作专班代表](?:组|小组)$/u,
);

/** Where a place stands in a text. */
export type FoundPlace = { readonly place: string; readonly index: number };

/**
 * Where something happened, as it was said: a known place (with its group, building or gate), else words that end
 * like a place. Undefined where none is named.
 */
export function findPlace(text: string, places: readonly string[]): string | undefined {
  return (
    knownPlace(text, places) ??
    ethnicPlace(text) ??
    labelledPlace(text) ??
    findHouse(text) ??
    awayPlace(text) ??
    findMarket(text, places) ??
    earlier(wordedPlace(text), findRoom(text)) ??
    findCity(text) ??
    findShortPlace(text, places) ??
    findLast(text)
  )?.place;
}

// 到敬老院看望老人,在食堂包饺子: where it was is told first.
const earlier = (worded: FoundPlace | undefined, room: FoundPlace | undefined): FoundPlace | undefined =>
  worded === undefined || (room !== undefined && room.index <= worded.index) ? room : worded;

// 地点:三元社区: a form that is filled in.
const LABELLED = guarded(/(?:地点|地址)(?:在|是|为)?:?\s*(?<place>[一-龥\d]{2,20})(?=[,。;\s]|$)/u);

function labelledPlace(text: string): FoundPlace | undefined {
  const match = LABELLED.exec(text);
  const place = match?.groups?.["place"];
  return match === null || place === undefined
    ? undefined
    : { place, index: match.index + match[0].lastIndexOf(place) };
}

// 太和苗族乡, 平塘布依族苗族乡: though its name holds a word that begins places elsewhere.
const ETHNIC = guarded(
  /(?<!在|到|去|的|从|是)(?<place>[一-龥]{2}(?:(?:苗|布依|侗|彝|水|回|土家|仡佬|白|壮|瑶|满|羌)族){1,3}(?:自治)?[乡镇县](?:[一-龥]{2,4}村)?)/u,
);

function ethnicPlace(text: string): FoundPlace | undefined {
  const match = ETHNIC.exec(text);
  const place = match?.groups?.["place"]?.replace(/^[在到去赴往和跟于](?=[一-龥]{3})/u, "");
  return match === null || place === undefined ? undefined : { place, index: match.index };
}

/** Nobody names a place after that many words that look like one. */
const MOST_ENDINGS = 40;

function wordedPlace(text: string): FoundPlace | undefined {
  let bare: FoundPlace | undefined;
  let late: FoundPlace | undefined;
  const endings = ENDING.list(text, MOST_ENDINGS);
  for (const [nth, match] of endings.entries()) {
    if (isWithin(text, match, endings[nth + 1])) continue;
    const end = match.index + match[0].length;
    const from = Math.max(0, match.index - 10);
    const start = from + beginOf(text.slice(from, match.index), match[0]);
    const place = text.slice(start, end);
    const isNamed = !BARE.test(place) && place.length > match[0].length;
    if (NO_PLACE.test(place) || ORGANISER.test(text.slice(end))) continue;
    if (MATTER.test(text.slice(end)) && !(isNamed && isLookedAt(text, start, end))) continue;
    if (TOLD_TO.test(text.slice(0, start)) && HEARS.test(text.slice(end))) continue;
    if (WITH_THEM.test(text.slice(0, start)) && GO_ON.test(text.slice(end))) continue;
    if (/[对给]$/u.test(text.slice(0, start)) && JUDGED.test(text.slice(end))) continue;
    if (isNamed && WHO.test(text.slice(end))) late ??= { place, index: start };
    else if (isNamed) return { place: place + onRoad(text.slice(end)), index: start };
    if (NAMED_BARE.test(place) || match[0].length > bareLength(match[0])) bare ??= { place, index: start };
  }
  return bare ?? late;
}

// 组织实验中学学生到福利院打扫: who came, and not where they went.
const WHO = guarded(/^(?:的)?(?:学生|师生|老师|职工|员工|志愿者|党员|医生)[^,。;]{0,6}(?:到|去|在)/u);

// 高寨村, 平桥社区: what ends like a place may only begin the name of one.
const WIDER = /^(?:村|社区|镇|乡|街道)/u;
const WIDE = /[村区镇乡道]$/u;
// 汴河路, 老桥街: a road is called by what it runs along.
const CALLED = /^(?:河|桥|寨|场坝|公园|车站|广场|学校|医院|水库)(?:路|街|巷|大道|大街)/u;
const WITHIN = /^(?:小学|中学|卫生[院室]|敬老院|(?:人大)?代表(?:之家|联络站|工作站)|联络[站室])/u;
const isWithin = (text: string, one: RegExpExecArray, next: RegExpExecArray | undefined): boolean =>
  next !== undefined &&
  next.index === one.index + one[0].length &&
  ((WIDER.test(next[0]) && !WIDE.test(one[0])) || WITHIN.test(next[0]) || CALLED.test(one[0] + next[0])) &&
  !MATTER.test(text.slice(next.index + next[0].length));

// 二组, 村委会三楼: a bare ending with a number of its own names a place too.
const bareLength = (ending: string): number => (/[一二三四五六七八九十\d]|门|对面|旁/u.test(ending) ? 1 : 99);

function beginOf(before: string, ending: string): number {
  let start = 0;
  for (const match of BEFORE.list(before)) start = match.index + match[0].length;
  if (ending.startsWith("组")) {
    const number = /(?:第?[一二三四五六七八九十\d]{1,3})$/u.exec(before)?.index;
    return number ?? before.length;
  }
  return start;
}

// 看东门农贸市场改造, 双堰小区物业不管事: where it is that was looked at, and where something is wrong.
const LOOKS = /(?:看|查|视察|察看|查看|检查|监督|盯|跟踪)了?(?:一?[下哈])?$/u;
const WORKS = /^(?:改造|项目|工程|提升|硬化|整治)/u;
const isLookedAt = (text: string, start: number, end: number): boolean => {
  const after = text.slice(end, end + 4);
  return WORKS.test(after)
    ? LOOKS.test(text.slice(Math.max(0, start - 6), start))
    : /^物业(?!纠纷|矛盾|管理|公司|费)/u.test(after);
};

// 跟供电所说了, 联系了水厂: who was told, and not where.
const TOLD_TO = atEnd(/(?:[跟向找]|联系了?|通知了?|协调了?|督促了?)$/u);
const HEARS = guarded(
  /^(?:的?(?:同志|人|领导|负责人|站长|所长))?(?:说|讲|反映|汇报|打|联系|沟通|对接|催|,说|修|派|来人|处理|清|装|换|把)/u,
);
// 跟派出所去学校讲防诈骗: who went along, and not where.
const WITH_THEM = atEnd(/[跟和与同陪随]着?$/u);
const GO_ON = guarded(/^(?:的?(?:同志|民警|人|工作人员|干部))?(?:一[起道块同])?(?:去|到|来|进|深入|下)/u);
// 对派出所搞工作评议: who is judged, and not where.
const JUDGED = guarded(
  /^(?:搞|做|作|进行|开展|的)?了?(?:一?次)?(?:工作|民主|述职|满意度)?(?:评议|测评|打分)/u,
);
const AWAY = guarded(
  /(?<![同起道块路跟陪伴]着?)去的(?:是|地方是)?(?<went>[一-龥]{2,4}?)(?=[,。]|$|去了)|(?:去|到|赴|前往|在)(?:了?一?趟|了)?(?<place>[一-龥]{2,6}?)(?=学习|学人家|学[种养做搞怎咋]|看人家|暗访|查(?![看处]|点)|检查|抽查|督查|体验|座谈|考察|调研|参观|取经|培训|交流|观摩|参加|看|走访|旁听|慰问)/u,
);

function awayPlace(text: string): FoundPlace | undefined {
  const match = AWAY.exec(text);
  const place = match?.groups?.["place"] ?? match?.groups?.["went"];
  if (match === null || place === undefined) return undefined;
  const none =
    /[群跟和与同了着]|^(?:[还都]?[有是]|人|线上|网上|会上|台上|家里?|目前|现在|那里|这里|外地|外面|区里|镇里|村里|镇上|村上|市里|县里|我们|外省|企业|学校|群众|选民|几|现场|基层|一线|农村|实地|各|多)|[家户人个了]$/u;
  return none.test(place) ? undefined : { place, index: match.index + match[0].lastIndexOf(place) };
}
