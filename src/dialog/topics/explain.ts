import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { numbersIn, withoutNumbers } from "../spoken-number.ts";
import { ask, inFocus } from "../turns.ts";
import type { Said } from "./report.ts";

const BACK =
  "(?:被?(?:你们?|您|[他她]们?|镇里?|工作人员)?(?:退回|打回|退)(?:来|去)?(?:了|给我)*的|被(?:退回|打回|退)来?(?:了)?的?|(?:退回|打回)来?(?=那|这))";
const ONE = "(?:[那这])?(?:一)?(?:条|个|次|份|回)?(?:记录|履职|走访|接待|调解|慰问)?";
const TELLS = "(?:我)?(?:想|来|要)?(?:说明|解释|补充说明)?(?:一?下)?(?:情况)?(?:是|:|,|。|\\s)*";
// 退回的那条,当时是下午去的,有照片.
const OF_BACK = new RegExp(
  `^(?:关于|对于?|就|那|我|昨天|刚才|今天|上次|,|\\s)*${BACK}${ONE}(?:的|,|。|:|\\s)*${TELLS}(?!一?[条个次份回]|[那这])(?<why>[^]{4,})$`,
  "u",
);
// 履-2026-00002的情况说明:…, 履-2026-00002我解释一下,…
const OF_NUMBER =
  /^(?:关于|对于?|就|,|\s)*(?:退回的)?(?:那条|这条)?(?:的|,|:|\s)*(?:我)?(?:想|来|要)?(?:情况)?(?:说明|解释)(?:一?下)?(?:情况)?(?:是|:|,|。|\s)*(?<why>[^]{4,})$/u;
// 被退回的有多少条, 退回的记录给我看看: figures and lists are asked for. 去了几次都没人 tells.
const ASKS =
  /[?吗呢]|怎么|为什么|为啥|什么|哪|谁|多久|几时|多少|好多|有几[条次个件份]|几[条次个件份]$|有没有|(?:给|让|帮|想|要)我?看|看看$|看一?下$|^(?:都|全部)?(?:看(?![的了过望])|列|查)|导出|下载|^统计|统计一?下/u;
const ORDERS = /^(?:我)?(?:要|想|请|帮我)?(?:改|换|撤|删|不要|算了|恢复|重新报|重报)/u;
const CORRECTS =
  /改[成为到]|应该?[是为]|不是.{1,12}是|写错|记错|少[写记报]|多[写记报]|(?<!\d)\d+(?:户|人|件|次|家)$/u;
const LONGEST = 200;
const DONE_WITH = "(?:(?:照片|图片|附件|材料|内容|数字|数量|时间|地点|名单|说明)(?:也|都|已经|已|我)*)";
const DONE = `(?:都|也|已经|已|我|刚才?)*(?:补|传|发|改|更正|弄|整|写)(?:充)?(?:上|齐|正|过|好|清楚|完)?(?:来|去)?了`;
const ORDER =
  "(?:请|麻烦|帮我|你们?|您|可以|那就|就|给)*(?:重新?|再)(?:审|交|报|核实?|看|提交|审核)(?:上去|回去|过去|上)?(?:一?[下次遍])?";
const END = "(?:吧|了|嘛|啊|哈|[。.!])*$";
const OF = "(?:我|已经|都|现在|刚才|退回的?|[那这]一?条|记录|,)*";
// 照片补上了,重新审一下; 重新交; 再交上去: what was sent back is to be looked at again.
const AGAIN = new RegExp(`^${OF}(?<done>${DONE_WITH}?${DONE}(?:一?[张下份])?)?[,。\\s]*${ORDER}${END}`, "u");
// 改好了, 照片补上了: what was wanted of it is done.
const IS_DONE = new RegExp(
  `^(?:哦|嗯|好的?|[,\\s])*${OF}(?<done>${DONE_WITH}?${DONE}(?:一?[张下份])?)${END}`,
  "u",
);

/**
 * What words say besides that a record is to be looked at again, where that is what they say: 照片补上了 of 照片补上了,重新审一下, and
 * nothing of 重新交. Undefined for all else.
 */
export function handsBack(text: string): string | undefined {
  const line = text.normalize("NFKC").trim();
  const again = AGAIN.exec(line);
  if (again !== null) return again.groups?.["done"] ?? "";
  return IS_DONE.exec(line)?.groups?.["done"];
}

/**
 * What a deputy says of a record that staff sent back, without changing it: it goes back to them with these words, once
 * they were shown. A correction is none. Undefined for all else.
 */
export function hearExplained(dialog: Dialog, { text }: Said, { speaker }: Facts): Turn | undefined {
  if (speaker.kind !== "member" || speaker.mandates.length === 0 || text.length > LONGEST) return undefined;
  const [number, other] = numbersIn(text, "履");
  if (other !== undefined) return undefined;
  const line = number === undefined ? text.normalize("NFKC").trim() : withoutNumbers(text);
  const back = inFocus(dialog) === undefined ? handsBack(line) : undefined;
  // 照片发了 may be of anything; 改好了 and 照片补上了 are of what was sent back.
  if (back !== undefined && (AGAIN.test(line) || number !== undefined || /[补改正退打]/u.test(line)))
    return ask(dialog, { do: "report.explain", words: back, ...(number === undefined ? {} : { number }) });
  const why =
    OF_BACK.exec(line)?.groups?.["why"] ??
    (number === undefined ? undefined : OF_NUMBER.exec(line)?.groups?.["why"]);
  if (why === undefined || ASKS.test(why) || ORDERS.test(why) || CORRECTS.test(why)) return undefined;
  const words = why.replace(/^[\s,:。]+/u, "");
  return ask(dialog, { do: "report.explain", words, ...(number === undefined ? {} : { number }) });
}
