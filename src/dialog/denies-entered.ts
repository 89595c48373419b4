import type { Facts } from "#src/domain/facts.ts";
import { withoutStop } from "./words.ts";

const LONGEST = 40;
const WRONGLY = "(?:报|记|登|填|搞|弄|写|录|认)错(?:人|记录)?(?:了|吧|啦|哦|哈)*";
const DONE = "(?:去|来|到|做|走访|接待|慰问|调解)";
// 28号我没去黄连村,替我报错了
const NEVER = new RegExp(
  `^[^,?]{0,12}?我(?:根本|真的|那天|当天|其实|都|并)?没(?:有)?${DONE}过?[^,?\\d]{0,8}[,\\s]+(?:是|怕是)?(?:你们?|您|工作人员|镇里)?(?:[帮替给代]我?)?${WRONGLY}$`,
  "u",
);
// 你们搞错了吧, 替我记错了
const THEY = new RegExp(
  `^(?:是不是|怕是|应该是)?(?:(?:你们|您们|工作人员|镇里)(?:是不是|怕是|可能|肯定)?(?:[帮替给代]我?)?|[帮替给代]我)${WRONGLY}$`,
  "u",
);
// 这个不算我的, 没去过,28号那条不是我
const NOT_MINE =
  /^(?:不对[,\s]+|我?没(?:有)?(?:去|做|来|接待|走访)过?[,\s]+)?[^,?我]{0,14}?[这那](?:一?[条个次份回]|天)?的?(?:记录|履职|走访|接待)?(?:根本|真的)?(?:不算|不该算|不能算|不是)我(?:的|做的?|去的?|接待的|走访的)?(?:[,\s]+是[^,?]{2,8}去?的)?(?:了|吧|啊|哦)?$/u;
// 26号我在外地,没接待过
const ELSEWHERE =
  /^[^,?]{0,10}我[^,?]{0,4}在(?:外地|外省|外面|医院|住院|家|贵阳|省里|北京|老家)[^,?\d]{0,4}[,\s]+(?:根本|都|就|并)?没(?:有)?(?:接待|走访|慰问|调解|做)过?[^,?\d]{0,6}$/u;
// 昨天那次我没去,是韦国良自己去的; 不对,我今天没有去羊昌村; 没有我 搞错了
const NOT_THERE =
  /^(?:不对|错了|[搞弄记]错了)?[,\s]*(?:(?:[昨前今]天|\d{1,2}[号日]|那天|那[次回])*(?:里面?)?我(?:[昨前今]天|那天|当天|其实)?没(?:有)?(?:去|来|在|参加)过?[一-龥]{0,6}|没(?:有)?我|不是我)(?:[,\s]+(?:是)?[一-龥]{2,4}(?:代表)?(?:他|她)?(?:自己|一个人)?去的)?(?:[,\s]+[搞弄记认]错(?:人)?了)?$/u;

/**
 * True for words by which a deputy denies what somebody else entered, or told of him or her: 28号我没去黄连村,替我报错了. What
 * may as well be of something of one's own counts only while such a thing is asked about.
 */
export function deniesEntered(text: string, { asked }: Pick<Facts, "asked">): boolean {
  const line = withoutStop(text);
  if (line.length > LONGEST || /会议|开会|请假|活动|签到|缺席/u.test(line)) return false;
  if ([NEVER, THEY, NOT_MINE, ELSEWHERE].some((one) => one.test(line))) return true;
  const isAsked = asked?.act.do === "report.acknowledge" || asked?.act.do === "report.share";
  return isAsked && NOT_THERE.test(line);
}
