import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Question } from "./dialog.ts";

// 今年走访42户, 最近接待8人: more than one day, up to the one it is written on.
const STRETCH =
  /今年|本年|这一?年|年初|本月|这个?月|本季度|这个?季度|本周|这一?周|这个?(?:星期|礼拜)|最近|近期|近来|近段时间|这(?:段|阵)子?时间?|这几[天个]/u;
const ONE_DAY = /今[天日早晚]|刚才|刚刚|[上下中]午|早上|晚上/u;

/**
 * The questions about a message's days, with why they are asked: a day that does not exist is named as such, and of
 * what was done over a stretch of time it is asked on which day, since a record is of a day and a total is none.
 */
export function withWhenUnclear(
  questions: readonly Question[],
  reports: readonly ReportDraft[],
  said: string,
  facts: Facts,
): Question[] {
  const asked = questions.map((one) => (one.field === "date" ? withNoSuch(one, reports, said, facts) : one));
  const isAsked = (item: number) => questions.some((one) => one.field === "date" && one.item === item);
  if (!STRETCH.test(said.normalize("NFKC"))) return asked;
  const total = reports.flatMap((report, item): Question[] =>
    isAsked(item) || saysItsDay(report, facts) ? [] : [{ item, field: "date", total: true }],
  );
  return [...asked, ...total];
}

function withNoSuch(
  question: Question,
  reports: readonly ReportDraft[],
  said: string,
  { today }: Facts,
): Question {
  const text = (reports[question.item]?.text ?? said).normalize("NFKC");
  const none = findDates(text, { today, prefer: "past" }).find((one) => one.impossible === true);
  return none === undefined ? question : { ...question, noSuch: none.text };
}

function saysItsDay({ date, text, time }: ReportDraft, { today }: Facts): boolean {
  if (date !== today || time !== undefined || ONE_DAY.test(text)) return true;
  return findDates(text.normalize("NFKC"), { today, prefer: "past" }).some(
    (one) => !one.wide && !one.doubtful,
  );
}
