import { fieldNamed } from "./correction-fields.ts";
import { guarded } from "./guarded.ts";

/** A longer message tells or complains; it puts nothing right. */
export const LONGEST = 60;

// 日期写错了怎么改: a question, and nothing to be changed yet.
const ASKS_HOW = guarded(
  /[干做搞](?:嘛|什么|啥|哪样)的|想问|请问|怎么|找[谁哪]|咋|如何|[?]$|吗$|[在到去从](?:哪|啥地方|什么地方)/u,
);
const HEARD = guarded(
  /(?:群众|村民|居民|老百姓|业主|患者|家长|有人|乡亲)[^,。]{0,8}(?:反映|说|讲|问|希望|要求|建议)/u,
);
const OWNED = guarded(
  /[写报记填打说讲登录选算搞弄看数听归分]了?[错反混岔]|[写报记填打算]了?[多少漏]了|[写报记填打说录]的[^,。]{1,8}(?:不对|有误)|识别错|误[报写记填选登录打算]|笔误|有误|更正|不准确|(?:数|日期|时间|地点|金额|类型|类别|分类)[^,。]{0,4}(?:不对|有点?出入)|[多少漏][报写算记打填][^,。]{0,3}|请(?:予)?(?:修改|更正|改正?)[。!]*$|要改[。!]*$|,我(?:刚才)?[说讲]成[^,。]{1,8}了?[。!]*$|[写报记填打登录选归]成[^,。]{1,8}了[。!]*$|^(?:请|帮我|麻烦|我要|我想)*(?:改|更正|修改)(?:一?[下哈])?(?:刚才|上一?条|那条|这条)[^,。]{0,4}$/u,
);
const RESAID = guarded(
  /应(?:该|当)?请?[为是算归改在]|改[成为]|,改(?=\d)|^哪(?:里|儿)?(?:有|是)[\d一二两三四五六七八九十百昨今前上周星礼]|[写报记填打说讲登录选归]成|不是|不(?:叫|属于)|不算[^,。]{1,8},?(?:应该|要|该)?算|实(?:际)?[是为]|没(?:有)?[那这]么多|原[报填]|^啊?不对/u,
);
const OF_WHAT = guarded(
  /[上前那这]一?(?:条|个|件|次)|,我(?:刚才)?[说讲]成|^应?该归|(?:给我|我)[登录选归]成|^(?:这|那)?[个条次天]?不(?:叫|属于)|^哪(?:里|儿)?(?:有|是)|前面[报说填记]的|刚[才刚录报发填记]|经核|原[报填]|昨[天日]所?报|没(?:有)?[那这]么多|是[^,。]{1,10},?不是|^不是|不是[^,。]{1,8}[,。\s]?是/u,
);

/** True where it is asked how something is put right: nothing is yet. */
export const asksHow = (text: string): boolean => ASKS_HOW.test(text);

/** True for words that own to a mistake. */
export const isOwned = (text: string): boolean => OWNED.test(text);

/** True for words that say which record is meant. */
export const namesRecord = (text: string): boolean => OF_WHAT.test(text);

/** True for words of regret or of what should stand instead. */
export const ownsTo = (text: string): boolean =>
  !HEARD.test(text) &&
  (isOwned(text) || (RESAID.test(text) && (namesRecord(text) || fieldNamed(text) !== undefined)));

/** True for words that leave no doubt that something filed is put right. */
export const isCorrecting = (text: string): boolean =>
  text.length <= LONGEST && SURELY.test(text) && !HEARD.test(text) && !ASKS_HOW.test(text);
const SURELY = guarded(
  /^[这那]?[个条次天]?不(?:叫|算|属于)[^,。]{2,6},(?:那天|应该?|该|要|得|而)?(?:叫|算|是|属于)[^,。]{2,8}(?:$|[,。])|^哪(?:里|儿)?有[\d一二两三四五六七八九十百]{1,5}[个人户名位家][^,。]{0,3}[,。]|^(?![^,。]{0,8}(?:标准|价|费|工资|补[贴助]))[^,。\d]{1,8}改[成为到][\d一二两三四五六七八九十百千万.]{1,7}(?:亩|户|人次?|名|位|家|元|块|公里|里|小时|天|场|次|件|条|个|盏|起)[。!]*$|^[^,。]{0,16}(?:数|时长|长度|日期|时间|地点|金额|类型|类别|分类|人次|人员|代表|面积)(?:应(?:该|当)?[为是]|应?更正[为成]|有误|[写报记填说搞弄打选]错|误[报写记填])|^[^,。]{0,8}(?:更正|记岔|[写报记填打说讲数算搞弄]错)(?:一下|[了咯啦嘞])?[,。:!\s]|[写报记填打]成[^,。]{1,8}了,|^[上前那这]一?[条个件][^,。]{0,4}(?:意见|反映|诉求|问题)(?:应该?|该|要|请)?(?:[归分划放改列](?:到|为|入|进|成|在)|[归算放](?=[^,。]{2,7}$))/u,
);

/** True for an order with its field and its value, which leaves nothing to doubt: 改同行 没有, 内容改成走访张大爷. */
export const isOrderedChange = (text: string): boolean => ORDERED.test(text);
const ORDERED = guarded(
  /^(?:请|帮我|麻烦|把)*(?:改|更正|修改|纠正|修正|(?:(?:[上那这]一?条|刚才那条)?的?(?:意见|记录)?的?)?(?:内容|时间|日期|地点|数量|人数|户数|同行(?:代表|人员)?|类型|种类|分类)(?:改成|改为|改到|换成|换为))/u,
);

/** True for words that tell of another, or what an office changes: nothing that was filed is put right. */
export const isOfOthers = (text: string): boolean => OF_OTHERS.test(text);
// 9号去视察的是褚立群,不是我; 低保的标准改成800元.
const OF_OTHERS = guarded(
  /^(?!.*错)[^。]{2,20}的?是[^,。]{2,6},?不是我[。!]*$|^(?:那天|那次|这次)?不是我(?:去|来|做|办|送|参加|搞|写|走)的?[,。][^,。]{0,4}是(?:别|另外|其他|其它|村里|镇里|我们?(?:同事|单位|村里?|站里?))|^(?!.*[错误])[^,。\d]{1,10}(?:标准|单价|[票水电气]价|工资|月薪|租金|起步价)的?(?:从[^,。]{1,8})?(?:改|调|降|涨|提高?)[成为到]|^[^,。]{0,8}(?:[水电气]表|门牌|户口|身份证|证上|路牌|站牌|账单|发票|病历|工资)[^,。]{0,6}[抄写印登打装算][错反]/u,
);
