import { guarded } from "./guarded.ts";

const HOUSE =
  "(?:[一-龥]{2,8}?(?:局|大厅|会议室|办公室|党校|学院|大学|法院|检察院|图书馆|文化馆|体育馆|博物馆|服务中心|综治中心|信访中心|礼堂)|[住发财卫教科民商文][一-龥]{1,3}委|[区县镇乡市省]?信访[办室]|人大办|(?:路|村|寨|校门|桥|坡|街|巷|高速|高铁|地铁|场|渡|关|坝|隧道)口|高速(?:路)?服务区|收费站|(?<![^,。]家)[一-龥]{1,4}(?<!家|院)门口|车站)(?:[一二三四五六七八九\\d]{1,2}楼|[东南西北]?门口)?";
// Any other room, house or yard, whatever it is called: 车队调度室, 三路车终点站, 大榕树底下, 5号楼架空层.
const ANY =
  "(?:\\d{1,3}(?:号|栋|路|组)?)?[一-龥]{1,9}?(?<![一二两三四五六七八九十几每这那])(?:室|厅|楼|站|所|店|院|馆|场|棚|库|厂|房|亭|台|层|堂|坝|中心|园|区|队|公司|(?<=[一-龥]{3})点|车间|码头|[树桥楼崖山坡坎]下|底下|脚下|墙角|墙根|坝子|平台|窗口|路口|卡点)(?:门口|大门|旁边|外头|外面)?";
const AFTER_IT =
  "(?=[,。;]|$|[看盯](?!守|管)|(?:里头?|内|外|上)?(?:会议室|参加|参与|开了?|召开|举[行办]|接待|接访|接了|听|旁听|座谈|协商|劝|值班|签|讲|办|调解|去?(?:催|问|找|了解|反映|汇报)|坐|把|拦|站|执勤|指挥|守|给|和|与|跟|同|向|为|对|学|培训|上课|上了|[来到]了|召集|口头|述职|搞|宣[传讲]|发[放了传]|慰问|收集|摆|巡|排查|谈|聊|帮|教|义诊|做|进行|走访|视察|调研|检查|查看|主持|组织|面商|面谈|协调|对接|沟通|督办|暗访|明察|化解|处理|体验|测|量|免费|现场|集中|当|陪|包))";
const ROOM = guarded(new RegExp(`(?:[在到去]|[去到跑]了?一?趟)(?<place>${HOUSE})${AFTER_IT}`, "u"));
const ELSEWHERE = guarded(new RegExp(`[在到于](?:[一-龥]{1,3}[的])?(?<place>${ANY})${AFTER_IT}`, "u"));
const NO_ROOM = /^(?:[问催找求]|[^,。]{0,3}(?:人大常|组织|举办)|[去了来])|[和与跟同的了]|代表/u;
// 在现场, 到全区, 在审议会议室里的听证: no name of a place, or more than one.
const NO_NAME =
  /^.{1,2}$|^(?:这|那|哪|每|各|全|某|现场|当场|会上|群|我|你|他|她|网|家(?!政|具|电|装|纺)|微信|半路|路上|线上)|[和与跟同的了在到去于被把给]|走访|参加|宣|讲|开展|收集|发放|视察|调研|接待|慰问|看望|检查|旁听|列席|代表(?!之家|联络|活动)|情况|工作中心|以来|现场$|立场$|一线|[社小辖片选地][区场]$/u;
const SHORT = /^(?:工地|食堂|车间|操场|礼堂|饭堂|茶馆|村部|茶室|站房|晒坝|操坪)$/u;

// 给社区养老站捐了床: whom it was given to is where it went.
const GIVEN = guarded(
  /[给向为](?<place>[一-龥]{1,4}(?:沟|湾|坪|坝|寨|冲|坡|岭|塘|岩|井|屯|坳))(?:的?(?:村民|群众|老百姓|乡亲|寨邻))?(?:修|装|建|拉|铺|打|买|接|架|清|换|捐)|[给向为](?<given>[一-龥]{2,10}?(?:站|院|所|校|小学|中学|幼儿园|馆|队|室|中心|食堂|活动点))(?:捐|赠|送去?了?[^,。;]{0,6}(?:书|床|桌|椅|电视|器材|物资))/u,
);

// 在院坝里跟选民述职, 在店门口摆桌子: a spot that everybody knows, with no name of its own.
const COMMON = guarded(
  /(?:在|到|去|回)(?:我们?(?:家|店|厂|村)?(?:里|的)?|自[家己](?:的)?|村[里头]|寨子[里头]?)?(?<place>院坝|院子|坝子|工地|[店厂校]里|(?:店|厂|家|校|院|铺子|单位|医院|车站|菜场|超市|小区)大?门[口前]|[街路巷桥场寨]口|[山坡]上|山头|[河江湖塘沟溪库路街田地]边|田坎上?|田间(?:地头)?|地头|操场|球场|村部|晒坝|桥头|社区)(?:里头?|上头?|边上|头)?(?![的那群微灯坏老会]|协商|工作|居民|干部|书记|主任|医院|服务|活动|住|打工|上班|做工|摔|受伤|被|没|有)/u,
);

/** The common spot where something was done, which has no name of its own; undefined where none is told. */
export const findCommon = (text: string): string | undefined =>
  (COMMON.exec(text) ?? ALONE.exec(text) ?? HAMLET.exec(text))?.groups?.["place"];

// 补报走访5户,黄泥堡: a hamlet that stands for itself.
const HAMLET = guarded(
  /(?<=\d[户人名位家起件次场][^。;]{0,12}[,。;\s])(?<place>(?![上下走爬修水河鱼池山阴])[一-龥]{1,3}(?:堡|坡|坝|湾|冲|寨|坪|沟|岩|塘|屯|坳|岭|庄|垭|箐))[,。;\s]*$/u,
);

// 宣讲十五五,厂里,40人: in a telegram.
const ALONE = guarded(/(?:^|[,。;\s])(?<place>厂里|店里|院坝|操场|工地|厂区|晒坝)(?=[,。;\s]|$)/u);

// 参加培训班,在开封: where it was, said at the end.
const AT_LAST = guarded(
  /[,。;]\s*在(?<place>(?![家我他她一那这哪现会网线群半路各全]|村里|镇上)[一-龥]{2,7}(?<![里上下中边头处了的着过们家场忙]))[。!]*$/u,
);
const TRAVELS = guarded(/外出|考察|学习|培训|参观|观摩|交流|研讨/u);
const NO_TOWN =
  /学习|培训|考察|进行|[上下]午|外地|期$|季$|[和跟与同给被把没不]|起|走访|参加|接待|开展|组织|时候|期间|期内|之[前后]/u;

/** Where a message ends by saying where it was, whatever that is called; undefined where it does not. */
export function findLast(text: string): Room | undefined {
  // 调解纠纷1起,在协调 is no place: only whoever travels says so where he was.
  const last = TRAVELS.test(text) ? placeOf(AT_LAST.exec(text)) : undefined;
  return last === undefined || NO_TOWN.test(last.place) ? undefined : last;
}

type Room = { readonly place: string; readonly index: number };

/** The house or office where something was, by what it is called; undefined where none is named. */
export function findHouse(text: string): Room | undefined {
  const room = placeOf(ROOM.exec(text));
  return room === undefined || NO_ROOM.test(room.place) ? undefined : room;
}

/** The room or yard where something was, whatever it is called; undefined where none is. */
export function findRoom(text: string): Room | undefined {
  const other = placeOf(ELSEWHERE.exec(text));
  if (other !== undefined && (SHORT.test(other.place) || !NO_NAME.test(other.place))) return other;
  const given = placeOf(GIVEN.exec(text));
  return given === undefined || NO_NAME.test(given.place) ? undefined : given;
}

function placeOf(match: RegExpExecArray | null): Room | undefined {
  const place = match?.groups?.["place"] ?? match?.groups?.["given"];
  return match === null || place === undefined
    ? undefined
    : { place, index: match.index + match[0].indexOf(place, 1) };
}
