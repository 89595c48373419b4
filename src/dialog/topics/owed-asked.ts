import type { Facts } from "#src/domain/facts.ts";
import { submissionIn } from "#src/domain/submission.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { askedPlaces } from "../asked-places.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";

const NOT_HANDED_IN = /(?:没有?|没得|未|欠)(?:提交|上交|交)/u;
const REPORT = /自评|自我评价|述职|年报|(?:履职|工作|年终|年度)总结|报告/u;
const ASKS =
  /谁|哪|名单|几[个位人]|多少|的(?:人|代表)?$|^(?:没有?|未)(?:提交|上交|交)(?:自评|自我评价|述职(?:报告)?|年报|(?:年度)?(?:履职)?报告)$/u;
const BARE =
  /^(?:请问|看看|查一?下)?(?:还有)?(?:谁|哪些人|哪些代表|哪几[个位]?)(?:还)?(?:没有?|未)(?:提交|上交|交)(?:的|了|呢)?$/u;
// The year that is owed is the one that runs.
const THIS_YEAR = /今年|本年度?|年度/gu;

/**
 * Who has not handed in what is owed, asked by staff in words of their own: 谁还没交自评, 哪些人报告没交. A bare 报告 is any
 * of them. A place or a stretch of time, which that list does not heed, is named. Undefined for all else.
 */
export function hearOwedAsked(dialog: Dialog, line: string, facts: Facts): Turn | undefined {
  if (line.length > 30) return undefined;
  const isReport = NOT_HANDED_IN.test(line) && REPORT.test(line) && ASKS.test(line);
  if (!isReport && !BARE.test(line)) return undefined;
  if (facts.people.some((name) => line.includes(name))) return undefined;
  const stretches = findDates(line.replace(THIS_YEAR, ""), { today: facts.today, prefer: "past" });
  const what = askedPlaces(line, facts)[0] ?? stretches[0]?.text;
  if (what !== undefined) return say(dialog, { kind: "figures.not-heeded", of: "owed", what });
  const submission = submissionIn(line);
  return ask(dialog, { do: "obligation.late", ...(submission === undefined ? {} : { submission }) });
}
