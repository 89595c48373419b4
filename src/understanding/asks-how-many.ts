import { guarded } from "./guarded.ts";

const DEED = "(?:走访|接待|接访|入户|慰问|调解|看望|帮扶|值班|视察|调研|宣讲|培训)";
const WHOM = "(?:了解)?(?:选民|群众|居民|村民|企业|商户|农户|困难户|困难群众|纠纷|矛盾)?";
const UNIT = "(?:户|人次|人|件|起|次|家|个|位|名|场|条)";
const ON_A_DAY = guarded(
  /今天|昨天|前天|昨晚|今早|上午|下午|刚才|刚刚|\d[号日]|(?:周|星期|礼拜)[一二三四五六日天]/u,
);
// What ends with how many there were asks it: whoever tells of some says 走访了几户, 走访几户商户 or how it went on.
const ASKS = guarded(
  new RegExp(`^[^,。;了过]{2,24}${DEED}${WHOM}(?:(?<!好)几|多少|好多)${UNIT}[呢啊呀]?[?。!]*$`, "u"),
);
// What is still to be done, and what somebody is asked to enter.
const NO_QUESTION = guarded(
  /[明后]天|下个?(?:周|星期|礼拜|月)|要|想|打算|准备|计划|争取|再|去(?!年)|[帮替]|代(?!表)|补|登记|录入?|上?报(?!告)/u,
);

/** True for 蒙小兰昨天走访几户 and 我9月8日接待群众多少人: how much was done on a day, asked without any 了. */
export const asksHowMany = (text: string): boolean =>
  text.length <= 40 && ON_A_DAY.test(text) && ASKS.test(text) && !NO_QUESTION.test(text);

const SOME = guarded(/几(?:户|次|人|个|家|场|件|条|起|位|名)/u);

/** True for words of a day that say of some that they were seen: 今天走访了几个商户; 今年走访了几户 asks. */
export const tellsOfSome = (text: string): boolean =>
  SOME.test(text) && !/[?]|吗|多少|谁|哪|什么/u.test(text);
