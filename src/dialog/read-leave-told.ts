import { saysComing } from "./notice-answer.ts";

/** What somebody says of his or her leave that is no wish for it: it was asked for, or never was. */
export type LeaveTold = "had" | "had-but-comes" | "denied";

const CLAUSE = /[,。;!\n]/u;

// 请过假, 早就请了假, 假我请过了, 不是请了假吗.
const HAD = new RegExp(
  [
    "请过[^,。不没]{0,4}假",
    "(?:早|已经|已|先前|之前|事先|前几天|昨[天日晚]|前天|上周|上次|早上|上午|那天|当[天时]|老早|明明)[^,。不没]{0,8}请(?:了|好)?[^,。不没]{0,3}假(?:了|的|啦|嘛|啊|呀)",
    "(?:早|已经|已|老早|明明)[^,。不没]{0,6}请(?:了|好)[^,。不没]{0,3}假",
    "请?假(?:条)?(?:我)?(?:早就?|已经|都|老早|是)*(?:请|交|写)(?:过|好|了)(?:了|的|啦|嘛)",
    "(?:跟|给|向|和|同)[^,。不没]{1,6}(?:请(?:过|了)[^,。]{0,3}假|[说讲提](?:过|了)[^,。]{0,4}请[^,。]{0,2}假)",
    "不是[^,。]{0,6}请(?:过|了)?[^,。]{0,3}假了?[吗嘛么]",
  ].join("|"),
  "u",
);
// 我请过一次了,这次还要请: wanted besides.
const WANTED_BESIDES =
  /再请|还(?:要|想|得|需要?|来)[^,。]{0,4}(?:请|假)|又要请|另外|也(?:要|想|得)?请|补[^,。]{0,3}假|改请|续/u;
// 跟单位请了假: so as to come.
const FROM_WORK = /(?:单位|公司|厂|学校|老板|店|科室|领班|车间|上班)[^,。]{0,6}请/u;

// 我没说人代会请假, 我哪里请假了, 请假是点错的.
const DENIED = new RegExp(
  [
    "没(?:有)?(?:要|想|打算|准备|[说讲提]过?|叫[你您]|让[你您]|喊[你您]|申请)?[^,。]{0,10}请(?:过|了|的)?[^,。]{0,3}假(?!的(?:人|代表|就|要|会))",
    "(?:哪里|哪有|几时|什么时候|啥子?时候|何时|多久)[^,。]{0,10}请(?:过|了)[^,。]{0,3}假",
    "(?:哪里|哪有|几时|什么时候|啥子?时候|何时)[^,。]{0,10}请假(?:了|的)|(?:哪里|哪有)?[说讲]过?(?:我)?(?:要)?请假了?[?]",
    "(?:不是|并不是|又不是)(?:我)?(?:要|想|说|来)[^,。]{0,8}请[^,。]{0,2}假(?!了?[吗嘛么])",
    "请?假[^,。]{0,8}(?:搞|弄|记|听|点|说|按|发|理解)错|(?:搞|弄|记|听|点|说|按|发|理解)错[^,。]{0,6}请?假|误会[^,。]{0,6}请假",
  ].join("|"),
  "u",
);
// 没来得及请假, 他没请假, 没有请假的名单: no word about a wish that was taken down.
const NO_DENIAL =
  /来得及|没(?:法|空|时间|办法|人|地方)|忘|名单|哪些|缺席|规定|制度|怎么|学生|孩子|工人|职工|员工/u;
const OTHERS = /[他她]|谁|有人|大家|群众|村民|代表们/u;

/** Reads a line for that; undefined for all else, and where it is told of others. */
export function readLeaveTold(said: string, people: readonly string[]): LeaveTold | undefined {
  const text = said.normalize("NFKC").replace(/[^\S\n]+/gu, "");
  if (!text.includes("假") || people.some((name) => text.includes(name))) return undefined;
  const clauses = text.split(CLAUSE).filter((one) => one !== "" && !OTHERS.test(one));
  if (clauses.some((one) => DENIED.test(one) && !NO_DENIAL.test(one))) return "denied";
  if (!clauses.some((one) => HAD.test(one) && !FROM_WORK.test(one)) || WANTED_BESIDES.test(text))
    return undefined;
  return saysComing(text.replace(/[^,。;!\n]*假[^,。;!\n]*|现在|这下|这会儿?|如今/gu, ""))
    ? "had-but-comes"
    : "had";
}
