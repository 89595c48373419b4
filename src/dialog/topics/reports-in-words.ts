import type { Facts } from "#src/domain/facts.ts";
import { submissionIn, withoutReport } from "#src/domain/submission.ts";
import { findNames } from "#src/understanding/names.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";

const LONGEST = 60;
const NOT_YET = /没有?(?:交|收|写)|未交|催|[吗?]|了没|谁|哪/u;
const SENDS_BACK = /退(?:回|给|还)|打回|重新?(?:写|交|弄)|再(?:写|补)(?:一下|一份|充)|补充/u;
const TAKES =
  /^(?:请|帮我|麻烦|把)*(?:收下|接收|收一?下|收了)|(?:收下|接收|收到|通过|收)(?:了|吧)*$|(?:我)?(?:同意|认可|通过)(?:了|吧)?$/u;
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
  const submission = submissionIn(line);
  const [name, other] = findNames(line, facts.people);
  if (submission === undefined || name === undefined || other !== undefined) return undefined;
  if (line.length > LONGEST || NOT_YET.test(line)) return undefined;
  const whose = { submission, name };
  if (SENDS_BACK.test(line))
    return ask(dialog, { do: "obligation.return", ...whose, reason: reasonIn(line, name) });
  if (TAKES.test(line)) return ask(dialog, { do: "obligation.accept", ...whose });
  return READS.test(line) ? ask(dialog, { do: "obligation.read", ...whose }) : undefined;
}

const ORDER =
  /^(?:请|帮我|麻烦|把|先|给|那就|就)*(?:退(?:回|给|还)|打回)(?:去|来|给)?(?:他|她|本人)?(?:让(?:他|她)?)?/u;

// What is left without whose report it is, and that it goes back, is why.
function reasonIn(line: string, name: string): string {
  return withoutReport(line.replace(name, ""), submissionIn(line) ?? "annual_report")
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
