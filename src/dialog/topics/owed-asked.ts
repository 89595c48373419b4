import type { Facts } from "#src/domain/facts.ts";
import { submissionIn } from "#src/domain/submission.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { askedPlaces } from "../asked-places.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";

const NOT_HANDED_IN = /(?:没有?|没得|未|欠)(?:提交|上交|交|述职|写)/u;
// 自评收了几份了, 述职报告交齐没有: how far it is, and who is missing.
const HOW_FAR =
  /(?:收|交)(?:了|到|上|得|来)*(?:有)?(?:几[份个位]|多少|齐|怎么样)|还?[差缺](?:几|多少|哪)[份个位些]?|交(?:的)?(?:情况|进度)/u;
const NUDGES = /(?<!别|不要|不用|莫|先不)(?:催|提醒|通知|喊)(?:一?下|一?遍|一?声|一催)?/u;
const REPORT = /自评|自我评价|述职|年报|(?:履职|工作|年终|年度)总结|报告/u;
const ASKS =
  /谁|哪|名单|几[个位人]|多少|的(?:人|代表)?$|^(?:没有?|未)(?:提交|上交|交)(?:自评|自我评价|述职(?:报告)?|年报|(?:年度)?(?:履职)?报告)$/u;
const BARE =
  /^(?:请问|看看|查一?下)?(?:还有)?(?:谁|哪些人|哪些代表|哪几[个位]?)(?:还)?(?:没有?|未)(?:提交|上交|交)(?:的|了|呢)?$/u;
// The year that is owed is the one that runs.
const THIS_YEAR = /今年|本年度?|年度/gu;

/**
 * Who has not handed in what is owed, asked by staff in words of their own: 谁还没交自评, 哪些人报告没交. A bare 报告 is any
 * of them; 没交自评的催一下 reminds them, shown first. A place or a stretch of time, which that list does not heed, is named. Undefined for all else.
 */
export function hearOwedAsked(dialog: Dialog, line: string, facts: Facts): Turn | undefined {
  if (line.length > 30) return undefined;
  const nudges = NOT_HANDED_IN.test(line) && REPORT.test(line) && NUDGES.test(line) && !line.includes("我");
  const isReport =
    nudges || (REPORT.test(line) && (HOW_FAR.test(line) || (NOT_HANDED_IN.test(line) && ASKS.test(line))));
  if (!isReport && !BARE.test(line)) return undefined;
  if (facts.people.some((name) => line.includes(name))) return undefined;
  const stretches = findDates(line.replace(THIS_YEAR, ""), { today: facts.today, prefer: "past" });
  const what = askedPlaces(line, facts)[0] ?? stretches[0]?.text;
  if (what !== undefined) return say(dialog, { kind: "figures.not-heeded", of: "owed", what });
  const submission = submissionIn(line);
  const which = submission === undefined ? {} : { submission };
  return nudges
    ? ask(dialog, { do: "obligation.nudge", ...which })
    : ask(dialog, { do: "obligation.late", ...which });
}
