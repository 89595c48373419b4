import { rankCategories } from "./categories.ts";
import { isDeed } from "./deeds.ts";
import { isUrgent } from "./urgent.ts";
import { isPlan } from "./words.ts";
import { guarded } from "./guarded.ts";

// What goes wrong in a place, as people say it.
const WRONG = guarded(
  /(?:低保|补贴|补助|班车|公交|站点|线路|热线)[^,。;]{0,4}(?:取消|停发|停运|没了|撤了)|[几两三四五六七八九十\d]个?(?:天|月|周|星期|礼拜|小时|钟头)才[^,。;]{1,6}(?:一[次回趟班]|[一1]班)|[少漏错迟]发(?:了|的)|不(?:同意|愿意)|(?:价钱?|价格|费用|成本|收费|租金|物价|油价)[^,。;]{0,6}(?:高|贵)(?![校中考])|减产|绝[收产]|亏[本损了]|[跌掉压]价|受灾|[冻干旱]死|冻坏|亟[待需]|争(?:论|执)不|从未|缺乏|频发|扬言|未(?:缴|付|发放|兑现|落实|处理|解决|整改|配备|通)|意见(?:较|很|非常)大|逾期|没(?:有)?(?!事|关系|问题|什么|有|去|参加|意见|到|来得|必要|在)[一-龥]{1,3}过|(?:慢|难|少|远|贵|差|脏|乱|吵|臭)[,。;]?$|没(?:亮|响|通|修|清|扫|收|换|动静|反应|动工|完工|兑现|开门)|(?:水|电|气|网|车)[^,。]{0,3}停|(?:比例|标准|工资|待遇|水压|电压|效率|质量|信号|补贴|收入|床位|师资|网速)[^,。]{0,3}(?:低|差|弱|少|慢)|要跑(?:到|去)|没(?:有|得)?人(?!代|大|次)[一-龥]|没有?$|没(?:有)?(?:公布|结(?!束)|下来|批|办下来|操场|医生|技术|指导|灯|水|路|车|电梯)|[刷办用修买装取读住种接领交停](?:不了|不成|不上|不到)|到底|究竟|困难(?!户|群|家|老|补|学)|着急|不放心|担心|让未成年|不服|倒了|歪了|跑(?:球|脱)|吃不消|荒(?!坡|山|地治)|不(?:亮|通|热|管|修|给|让|准|发|退|认账|方便|够|足|及时|公开|到位|合理|安全|作为|处理|解决|平|达标|见人|敢|会用|进村|理人|透明|规范|稳定|干净|出苗|值)|排污|死(?:完|光)|偷排|坏(?:了|掉|起|的)|(?:烂|破)(?:得|了|完|不堪|损|烂|旧)|烂(?:路|起)|路烂|堵(?!路口)|停(?:了)?(?:水|电|气|运)|(?:断|没|缺|没有|没得)(?:水|电|气|网|信号)|来不起|用不起|吃不得|喝不得|打不起|太(?!好|感谢|棒|谢|满意)|得很|得要命|恼火|漏(?!掉)|臭|扰民|噪|吵|欠(?!费)|拖(?:欠|起|着|了)|没(?:有)?(?:发|拿到|到账|给|落实|着落|硬化|下文|装|修|通|覆盖|结果|解决|卫生室|厕所|路灯|护栏)|危险|隐患|乱(?!七)|占(?:道|用|了|起|满)|被占|过期|假(?:的|货|冒|种|药)|难(?!道|得)|还是(?:软|烂|断|窄|土路|泥路|老样子)|价[^,。;]{0,3}(?:低|贱)|压得低|[发变](?:黄|黑|霉|绿|浑|馊|味(?!道好))|偏(?:高|少|低|远|贵|慢)|涨|跑(?:路|了.{1,3}趟|几趟)|推诿|互相推|踢皮球|失修|损坏|塌|垮|裂|积水|淹|污染|超标|断(?:了|裂|头路)|缺(?!席|勤)|老化|骗(?<!(?:[反防识]诈|[反防识])骗)|咬|摔|遭|造孽|丢了|冒(?:烟|黑烟|水|了|出|污)|冒黑|黑(?:黢|漆|灯)|熏|无人|没得|贵(?![州阳定领代同主和跟与带也都去到在、])|少得|差(?!不多|旅)|慢得|脏|浑|黄得|锈|超载|闯|偷|盗|打架|赌|倒闭|关门|卖不(?:出|掉|脱)|滞销|烧死|死了|枯|毁|拱|撞|堆(?:满|放|得|起|在|了)|跳闸|浪费|报不(?:了|到)|交不起|读不起|看不起病|买不起|没地方|没有地方|找不到|排(?:队|两|几|好)|心病|(?:赶|回|睡|等|搬|找|进|出|打)不(?:回来?|上|到|着|成|动|进|出|去)|要排|等(?:了)?(?:半天|好久|很久|半个)|一直|老是|经常|总是|天天|三天两头|低得|远得|走不了|过不去|进不(?:去|来)|不起/u,
);
// What people want to have.
const WISH = guarded(
  /希望|建议|要求|盼|能不能|能否|可不可以|可否|请(?!假|客|问|教).{0,8}(?:帮|解决|处理|协调|安排|增设|加强|修|关注)|想(?:在|要|请|让|搞|有|装|修|把)|最好(?:能|是)|需要|急需|应该|应当|呼吁|恳请|何时|什么时候(?:能|才|修|通|装)|为(?:什么|啥|哪样)/u,
);

/** True when a stretch of text says that something is wrong, or wished for. */
export const complains = (text: string): boolean => WRONG.test(text) || WISH.test(text);

/** True when it does so about a matter that is known to be a resident's. */
export const isProblem = (text: string): boolean =>
  text.length >= 4 && complains(text) && rankCategories(text).confidence > 0;

/** True when it does so, or tells of danger. */
export const isTrouble = (text: string): boolean => isProblem(text) || isUrgent(text);

/** True when a text is surely about a resident's matter, though no word of it says that something is wrong. */
export const isMatter = (text: string): boolean =>
  text.length >= 8 &&
  !SPEAKS.test(text) &&
  !isPlan(text) &&
  !isDeed(text) &&
  rankCategories(text).confidence >= CLEAR;

const CLEAR = 0.7;
// The deputy, the bot or the house is spoken of: no resident's matter.
const SPEAKS = guarded(
  /我(?!们|村|家|这|小区|镇|组|区|那|妈|爸|娃|孩子|单位|厂|楼|住|想反映)|^(?:我(?!们?(?:村|家|这|小区|镇|组|区|那|妈|爸|娃|孩子|单位|厂|楼|住|想反映))|你|请问|代表|今天天气)|机器人|履职|谢|哈哈/u,
);

const LACK = guarded(/没[有得]|缺/u);

/** True when it tells of a wrong, or of what is not there: 路口没有红绿灯. */
export const lacks = (text: string): boolean => isProblem(text) || LACK.test(text);
