import { guarded } from "./guarded.ts";

// A matter begins with where it is.
const HEAD = "(?:^|[,。;:、])(?:我们(?:这[里儿边]?)?)?";
// What a place is called by: no verb, no pronoun, nothing that is said of it.
const CALLED =
  "[^\\s.,。;:、的了但而且因是有没不在到和跟与就都还被把让给想要会能去来看说讲反映希望建议们人家年月天时每各这那些个位户几太很最已又也才再从向对为何啥怎谁他她我你]";
// What lies beside, behind or below something.
const BESIDE =
  "(?:后山|后坡|坡脚|山脚下?|脚下|坡下|后[面头边门]|旁边?|边上|对面|门[口前外](?:头|面)?|[东南西北]门(?:外面?|口)?|下面|底下|上[头面]|周边|周围|附近|一带|沿线|外[面头]|顶上|背后|楼[顶下]|屋后|(?:转|拐)角处?|交叉路?口|岔路?口|桥头|桥[下底])";
// Groups of a village and lie of the land; what is dug, built or grown there by itself is no name.
const LAND = "(?:湾|坝|坪|冲|坳|垭|沟|坡|寨|岩|塘|滩|坎|箐|井|垴|坨|岭|屯|庄)";
const NO_LAND =
  "(?:[^,。]{0,3}(?:(?:排|阴|边|雨|臭|污|暗|明|山|截)(?:水|洪)?沟|(?:[上下陡护边山滑斜])坡|[水鱼山池荷]塘|(?:水|机|窨|深|天|打|检查|饮用)井|(?:大|水|拦|堤|晒|院|挡水)坝|[危石边山]岩|[田石门路]坎|沙滩|水沟|大滩))";
// Works, shops and houses: what each of them is called by stands before.
const HOUSE =
  "(?:砂石场|采石场|石料场|料场|养[殖猪鸡牛]场|屠宰场|煤矿|矿山|粮[站库]|烟叶?站|农机站|变电站|加油站|收费站|公交站台?|客运站|汽车站|搅拌站|火车站|(?<=[一-龥])厂(?!家|长|商|里|区)|厂区|厂房|矿区|(?:便民|政务|办事|服务|办证|税务|挂号)大厅|宿舍|晒坝|停车场|篮球场|运动场|垃圾池|垃圾站|中转站|水井|凉亭|祠堂|石拱桥|[一二三四五六七八九\\d]{1,2}号(?:桥|井|楼|院|路))";

// 岩头组, but 工作组, 村民小组.
const GROUP = `(?!(?:村民|居民|互助|代表|工作|调研|检查|视察|专班|党|老|小|每个|各|全|通|[几一二两三四五六七八九十\\d]{1,2}个)小?组)${CALLED}{1,3}组(?![织长员建成合团装])`;
const UNIT =
  "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:栋|幢|号楼|座)?(?:(?:\\d|[一二三四五六七八九十])?单元)";

const PLACE = [
  `(?:隔壁|镇上|乡里|村里|街上)${CALLED}{0,4}?${HOUSE}`,
  `(?!墙|屋后头)${CALLED}{1,6}?(?:${BESIDE}){1,2}`,
  `(?:[一-龥]{0,2}(?:坟山|水库|[山河塘江溪沟湖田井库林坡寨坎崖]))边上?`,
  GROUP,
  UNIT,
  `[一-龥]家${LAND}`,
  `(?!${NO_LAND})${CALLED}{2,3}?${LAND}(?=的|那|这|里|上|下|头|边|路|没|有)`,
  `(?!(?:工|本|我|老|新|小|大|各|另外|还有)厂|停车场|但|墙)${CALLED}{1,4}?${HOUSE}`,
].join("|");
const SPOT = guarded(new RegExp(`${HEAD}(?<spot>${PLACE})(?!上访|班|课|网|当|级|楼梯)`, "u"));

/** Where a matter is, of which only its own words tell that it is a place; undefined where they tell of none. Linear. */
export const findSpot = (text: string): string | undefined => SPOT.exec(text)?.groups?.["spot"];
