import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readAskedWithoutNames } from "../read-asked.ts";
import { ask } from "../turns.ts";
import { findCondition } from "../unheeded.ts";
import { missingBasis } from "./lists-asked.ts";
import type { Said } from "./report.ts";
import { withUnused } from "./with-unused.ts";

const WHO = "(?:谁|哪(?:些|几[个位]|[个位])(?:人大)?(?:代表|人)?)";
const NOT = "(?:都|还|至今|到现在|现在|一直|从来|一次|一回|一条|一件)*(?:没得|没有?|未|从未)";
const DID =
  "(?:提(?:出|交)?|递?交|写|报|做|搞|开展?|参与|进行|组织|完成)?(?:[过了])?(?:任何|一[次回条件个])?";
const QUESTION = new RegExp(
  `^(?:请问|看看|查一?下|列一?下|统计|帮我)*(?<when>[^,?]{0,12}?)(?:还|现在)?有?(?:${WHO}(?<then>[^,?]{0,8}?)${NOT}${DID}(?<what>[^,?]{2,8}?)[过了]?的?|${NOT}${DID}(?<kind>[^,?]{2,8}?)过?的(?:(?:人大)?(?:代表|人))?(?:有|是|都)*(?:${WHO}(?:代表|人)?|名单)?)[?呢啊呀]*$`,
  "u",
);
// 值过班 and 提过意见建议: what was not done, by the name of its duty.
const AS_CALLED: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:批评)?意见建议|建议意见|(?:代表)?建议)$/u, "建议"],
  [/^值过班$/u, "值班"],
  [/^述过职$/u, "述职"],
  [/^入过户$/u, "走访"],
  [/^(走访|接待|慰问|视察|调研|调解|宣讲)过?(?:群众|选民|居民|村民|老百姓|企业|困难户|纠纷)?$/u, "$1"],
];
/** A report that is owed, and no record of a duty. */
const OWED = /述职|报告|自评|总结/u;

/**
 * 今年谁还没提建议: what staff ask of who has no record of one kind, read as after 未报. Undefined where no kind of
 * duty is named, and where a report is owed.
 */
export function hearMissingAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = said.text.normalize("NFKC").replace(/[\s.!\u3002]+/gu, "");
  const { when = "", then = "", what, kind } = QUESTION.exec(line)?.groups ?? {};
  const called = what ?? kind;
  // 没完成两次走访 is of a number of times, and no list goes by one.
  if (findCondition(line) !== undefined) return undefined;
  // Who did not take part is asked of attendance.
  if (called === undefined || OWED.test(called) || /^[参来到去]|会议?$/u.test(called)) return undefined;
  const name = AS_CALLED.reduce((word, [pattern, instead]) => word.replace(pattern, instead), called);
  const { asked, unread } = readAskedWithoutNames(`${when} ${then} ${name}`, said, facts);
  if (unread !== undefined || asked.kind === undefined) return undefined;
  const turn = ask(dialog, { do: "figures.missing", basis: missingBasis(asked, facts), page: 1 });
  // What the kind was called is heeded, whatever its own name is.
  return withUnused(turn, said.text.replace(called, name), facts);
}
