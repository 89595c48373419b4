import type { Facts } from "#src/domain/facts.ts";
import { submissionIn, withoutReport } from "#src/domain/submission.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";

const LONGEST = 60;
const NOT_YET = /没有?(?:交|收|写)|没有?$|未交|催|[吗?]|了没|谁|哪/u;
const SENDS_BACK = /退(?:回|给|还)|打回|重新?(?:写|交|弄)|再(?:写|补)(?:一下|一份|充)|补充/u;
const TAKES =
  /^(?:请|帮我|麻烦|把)*(?:收下|接收|收一?下|收了)|(?:收下|接收|收到|通过|收)(?:了|吧)*$|(?:我)?(?:同意|认可|通过)(?:了|吧)?$/u;
// 陈建国的退回去,太短了; 李明的收下: whose it is, and what is done with it, right away.
const OF_HIS = /^[^,。]{2,6}(?:代表)?(?:的|那份|交的|交来的)(?:那份|这份)?(?:先)?(?:退|打回|收下|收了|重)/u;
const OF_RECORDS = /户数|人数|件数|次数|数量|日期|时间|地点|走访|接待|慰问|调解|那条|这条/u;
const ON_PAPER =
  /(?:纸质|纸版|纸的|打印件|打印的|手写|书面)[^,]{0,6}(?:自评|述职|报告|总结|材料)?[^?]{0,12}(?:登记|收到|收了|交了?|给我)|(?:交|送|递|收到?)(?:了|过|来|的|是|给我)*[^,]{0,8}(?:纸质|纸版|纸的|打印件|打印的|手写|书面)/u;
const ELSE = /请?假|签到|缺席|异议|活-|履-|意-|建-|记录|反映|群众|居民/u;
const TAKES_ALL =
  /^(?:请|帮我|就|那)*(?:把|将)?(?:已经|所有|全部|大家|他们)*(?:交上来|交来|交了|收到|等收)的?(?:报告|自评|述职报告|材料|几份)*(?:都|全部?|统统|一起|一并)(?:收|通过|接收)(?:下|了|掉|吧)*$|^(?:自评|述职报告|报告|履职报告|年度报告)(?:都|全部?|统统|一起|一并)(?:收|通过|接收)(?:下|了|掉|吧)*$/u;
const TAKES_NAMED = /(?:收下|接收|收了|通过|退回|打回)(?:了|吧|去)*$/u;
const READS = /^(?:请|帮我|麻烦|我想|把)*(?:查?看(?:一?下|看)?|打开|读一?下|念一?下)/u;

/**
 * What staff do with somebody's report in words of their own: 收下吴红梅自评, 周志强的自评太简单了,退回去补充户数,
 * 看一下李明的述职报告. Undefined where not one deputy's report is meant, and where something is asked.
 */
export function hearReportsInWords(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[。!]+$/u, "");
  if (line.length > LONGEST || NOT_YET.test(line) || ELSE.test(line)) return undefined;
  const submission = submissionIn(line);
  const [name, other] = findNames(line, facts.people);
  // Which of several is said of each by itself: what waits is shown.
  if ((name === undefined && TAKES_ALL.test(line)) || (other !== undefined && TAKES_NAMED.test(line)))
    return ask(dialog, { do: "figures.todo", what: "submissions" });
  if (name === undefined || other !== undefined) return undefined;
  const whose = { name, ...(submission === undefined ? {} : { submission }) };
  if (ON_PAPER.test(line)) return ask(dialog, { do: "obligation.enter-paper", ...whose });
  // 李明的退回去,户数不对, of a list of records, is of one of them.
  if (
    submission === undefined &&
    (!OF_HIS.test(line) || OF_RECORDS.test(line) || dialog.listed !== undefined)
  )
    return undefined;
  if (SENDS_BACK.test(line))
    return ask(dialog, { do: "obligation.return", ...whose, reason: reasonIn(line, name) });
  if (TAKES.test(line)) return ask(dialog, { do: "obligation.accept", ...whose });
  return READS.test(line) ? ask(dialog, { do: "obligation.read", ...whose }) : undefined;
}

const ORDER =
  /^(?:请|帮我|麻烦|把|先|给|那就|就|代表|的|那份|这份)*(?:退(?:回|给|还)|打回)(?:去|来|给)?(?:他|她|本人)?(?:让(?:他|她)?)?/u;

// What is left without whose report it is, and that it goes back, is why.
function reasonIn(line: string, name: string): string {
  const submission = submissionIn(line);
  const bare = line.replace(name, "");
  return (submission === undefined ? bare : withoutReport(bare, submission))
    .split(/[,;。]/u)
    .map((part) =>
      part
        .replace(ORDER, "")
        .replace(/^(?:代表|的|报告|那份|这份|因为|理由|原因|[\s:])+/u, "")
        .trim(),
    )
    .filter((part) => part !== "")
    .join(",");
}
