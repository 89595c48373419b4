import type { Facts } from "#src/domain/facts.ts";
import { submissionIn } from "#src/domain/submission.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCommand } from "./commands.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { isAwaited } from "./handing-in.ts";
import type { Said } from "./topics/report.ts";
import { ask } from "./turns.ts";

/** Shorter words are an answer or a remark. */
const SHORTEST = 12;

// A stretch of time that a whole report is of, and the forms that such papers have.
const STRETCH =
  /本年度|一年来|一年以来|今年以来|年来|全年|年度|这一年|过去一年|任期|任职(?:以来|期间)|当选(?:代表)?以来/u;
const THIS_YEAR = /今年|20\d\d年|二〇\S{2}年/u;
const DUTY = /代表(?:职责|职务|作用|工作|活动)|人大代表|履职|述职|自评|选民|走访|视察|调研|建议|议案/u;
const FORM =
  /特此(?:报告|汇报|述职)|(?:以上|上述)(?:就)?(?:是|为)[^,。]{0,12}(?:报告|述职|自评|总结|汇报)|(?:报告|述职|汇报|自评|总结)如下|(?:请|敬请)[^,。]{0,8}(?:审阅|审议|评议|批评指正)|述职完毕/u;
const SUMS = /共|累计|总共|合计|分别|认真|积极|总结/u;
const COUNTS = /\d+[余多]?(?:户|次|件|人|场|个|条|天)/gu;
const ASKS = /[?]|[吗么呢](?:[。!]|$)|怎么|如何|什么时候|交给谁/u;

/**
 * A report on the year or the term, pasted as it was written: after 交年度报告 was said without one, or known by its
 * form (特此报告). It is shown before it is handed in. Undefined for all else, and for the deed of a day.
 */
export function hearHandedIn(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  const text = said.text.normalize("NFKC").trim();
  if (text.length < SHORTEST || ASKS.test(text) || findCommand(text) !== undefined) return undefined;
  const { handing, ...next } = dialog;
  const awaited = isAwaited(handing, said.at) ? handing : undefined;
  if (!isWhole(text, facts) && !(awaited !== undefined && sumsUp(text, facts))) return undefined;
  const submission = submissionIn(text) ?? awaited?.submission ?? "annual_report";
  return ask(next, { do: "obligation.submit", submission, text: said.text, files: said.files ?? [] });
}

const isWhole = (text: string, facts: Facts): boolean =>
  FORM.test(text) && DUTY.test(text) && spansYear(text, facts);

const spansYear = (text: string, facts: Facts): boolean =>
  STRETCH.test(text) || (THIS_YEAR.test(text) && !namesDay(text, facts));

const sumsUp = (text: string, facts: Facts): boolean =>
  spansYear(text, facts) ||
  (!namesDay(text, facts) && ((text.match(COUNTS)?.length ?? 0) > 1 || (SUMS.test(text) && DUTY.test(text))));

const namesDay = (text: string, { today }: Facts): boolean =>
  findDates(text, { today, prefer: "past" }).some((one) => !one.wide);
