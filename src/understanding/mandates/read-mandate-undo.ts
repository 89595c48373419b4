import { findNames } from "../names.ts";
import { normalise } from "../normalise.ts";

const ORDER =
  /^(?:请|帮我|我要)?(?:撤销|撤回|取消)(?:一下|掉)?(?<about>.{0,16}?)的?(?:变动|(?<!请假|签到|活动|值班)登记|补选|调动|换届|(?:接受)?辞职|终止)(?:的?登记|的?变动)*[\s,:]*(?<after>.*)$/su;

const MISTAKEN =
  /^(?:刚才|刚刚|那个|那次|这个|这次|对)?(?<about>.{0,12}?)的?(?:变动|补选|调动|换届|辞职|终止)(?:的?登记)?(?:登|弄|搞|记)?错了?(?:[\s,。;]*(?:请|帮我)?(?:撤销|撤回|取消)(?:一下|掉|了)?)?(?<after>)[。.!]*$/su;

/** Whose change is to be undone, and whether the message is this order and nothing else, as a command is. */
export type ReadMandateUndo = {
  readonly name?: string;
  readonly newTerm?: true;
  readonly isCommand: boolean;
};

/** The words between and behind that say which one no nearer. */
const FILLER = /^(?:刚才|刚刚|那次|上次|这次|对|代表|的|登记|区|镇)+|(?:代表|同志|的)+$/gu;

/**
 * Reads 撤销变动 李明, 撤销张三的补选 and 撤销刚才的登记: an order to undo a change of a mandate that was registered, with whose it
 * was where that is said. Undefined for a text that is about something else. Pure, offline.
 */
export function readMandateUndo(text: string, people: readonly string[]): ReadMandateUndo | undefined {
  const words = normalise(text).trim();
  const { about = "", after } = (ORDER.exec(words) ?? MISTAKEN.exec(words))?.groups ?? {};
  if (after === undefined || /\d/u.test(about)) return undefined;
  const [known] = findNames(`${about} ${after}`, people);
  const bare = [after, about].map((one) => one.replace(/[。.!\s]+/gu, "").replaceAll(FILLER, ""));
  const name = known ?? bare.find((one) => /^[\u4e00-\u9fff·]{2,6}$/u.test(one));
  // 撤销变动 换届, 撤销七届的登记: a new term is nobody's.
  const newTerm = known === undefined && /届/u.test(words);
  const isCommand = about === "" && words.startsWith("撤销变动");
  if (newTerm) return { newTerm, isCommand };
  return { ...(name === undefined ? {} : { name }), isCommand };
}
