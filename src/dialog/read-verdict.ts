import { findNames } from "#src/understanding/names.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";

/** What the office decides on an objection, in words of its own. */
export type Verdict = {
  readonly uphold: boolean;
  /** Whose objection, where a name is said; else the one that waits. */
  readonly name: string;
  readonly note: string;
  /** Several are decided on at once, or one both ways. */
  readonly several: boolean;
  /** The words are of objections and of nothing else. */
  readonly plain: boolean;
};

const REFUSES =
  "(?:不(?:能)?成立|驳回|不予?(?:采纳|支持|认可)|不同意|(?:维持|保留)(?:原状|原来的|原)?|(?:还是|仍然?|照样)(?:得|要)?(?:算|按|记|是)(?:他|她)?(?=缺席))";
const UPHOLDS =
  "(?:可以成立|能成立|成立|(?:情况|基本)?属实|采纳|支持|认可|同意|(?:撤销|撤消|撤掉|取消|去掉|消掉|销掉)(?=[^,]{0,12}缺席)|(?:不算|不是|不该算|不应算)(?:他|她)?(?=缺席))";
const VERDICT = new RegExp(`(?<refuses>${REFUSES})|(?<upholds>${UPHOLDS})`, "u");
const EVERY = new RegExp(`${REFUSES}|${UPHOLDS}`, "gu");
// What stands before the verdict and after it, up to a mark: whose, and of what.
const ABOUT =
  /^(?:对于?|关于|那|就|把|我|们|这边|经|过|查|核|实|看|了|后|认为|觉得|他|她|本人|代表|同志|的|提|这|个|次|条|件|份|一|该|原|异议|申诉|缺席|登记|记录|提醒|决定|处理|予以|[\d月日号\s,:])*$/u;
const AFTER = /^(?:他|她|本人|代表|同志|的|那|这|个|次|条|件|一|该|异议|申诉|缺席|登记|记录|提醒|了|吧|哈)*/u;
const OF_ABSENCE = /异议|申诉|缺席|成立/u;
const SURE = /成立|驳回|维持|保留|撤|取消|消掉|去掉|缺席|异议/u;
// Leave, records and opinions are decided on in words of their own.
const ELSE = /活动|记录|退回|核实(?!了|过|后)/u;
const LONGEST = 120;

/** Reads a decision on an objection: 不成立,没有证明; 驳回罗文军的异议,他没请假. Undefined for all else. */
export function readVerdict(said: string, people: readonly string[]): Verdict | undefined {
  const text = withoutNumbers(said)
    .trim()
    .replace(/[。.!]+$/u, "");
  if (text.length > LONGEST || numbersIn(said, "履", "意", "建").length > 0) return undefined;
  const found = VERDICT.exec(text);
  if (found === null) return undefined;
  const names = findNames(text, people);
  const [name = ""] = names;
  const bare = (words: string): string => names.reduce((left, one) => left.replaceAll(one, ""), words);
  const head = bare(text.slice(0, found.index));
  const tail = text.slice(found.index + found[0].length);
  const named = tail.startsWith(name) && name !== "" ? tail.slice(name.length) : tail;
  const after = AFTER.exec(named)?.[0] ?? "";
  const rest = named.slice(after.length);
  if (!ABOUT.test(head) || (rest !== "" && !/^[\s,:。;]/u.test(rest))) return undefined;
  const whole = `${head}${found[0]}${after}`;
  if (!SURE.test(whole) || ELSE.test(whole)) return undefined;
  const note = rest.replace(/^[\s,:。;]+/u, "").replace(/^(?:理由|原因|因为)(?:是)?[\s:]*/u, "");
  return {
    uphold: found.groups?.["upholds"] !== undefined,
    name,
    note: note.trim(),
    several: names.length > 1 && (bare(text).match(EVERY) ?? []).length > 1,
    plain: OF_ABSENCE.test(whole),
  };
}
