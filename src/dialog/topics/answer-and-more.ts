import type { Facts } from "#src/domain/facts.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { complains } from "#src/understanding/problems.ts";
import type { Question, ReportCard } from "../dialog.ts";
import { mattersIn, speaksUp } from "../matters-told.ts";
import { withoutTie } from "../without-tie.ts";
import { addTo } from "./add-to-card.ts";
import type { Said } from "./report.ts";
import { withAnswer } from "./with-answer.ts";

// 去龙里村看了: what was done there is known.
const DID = /(?:走访?|看望?|跑|转|慰问|入户|拜访|去|到)(?:了|过)/gu;
// Of what was said and asked these are no words of weight.
const IDLE =
  /^(?:[嗯哦啊噢对是好行的]|大概|大约|差不多|左右|应该|可能|就这样|就这些|没了|没有了|其他没有|谢谢|记得不太?清楚?了?|不太?记得了?|不好意思|就是|反正|[,\s])*$/u;

/** What is asked of a deed; of what kind it is, and what was said, may be told in any words. */
const OF_A_DEED: ReadonlySet<Question["field"]> = new Set([
  "count",
  "place",
  "with",
  "date",
  "end",
  "time",
  "kind",
]);

/**
 * An answer to what is asked of a deed, and what was said beside it: what residents said is an opinion, where it was and
 * who came are of the deed, and anything else stays with its words. What they said alone is no answer, though it holds an
 * amount: it goes beside the deed, and the question stays. "another" for a matter, or a place, that is of something else;
 * undefined where the line is no more than an answer, or none.
 */
export function answerAndMore(
  card: ReportCard,
  { item, field }: Question,
  { text, at }: Said,
  facts: Facts,
): ReportCard | "another" | undefined {
  const report = card.reports[item];
  if (report === undefined || field === "intent" || !OF_A_DEED.has(field)) return undefined;
  const { text: line, tied } = withoutTie(text);
  const clauses = line
    .split(/[,。;!\n]+/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const { heard, left } = apart(clauses, (one) => mattersIn(one, facts, at).length > 0);
  const done = left.length === 0 ? undefined : withRest(card, { item, field }, left, { text, at }, facts);
  if (done === "another") return done;
  if (done !== undefined) return heard.length === 0 ? done : withHeard(done, heard, facts, at);
  if (heard.length === 0) return undefined;
  return tied || speaksUp(line) ? withHeard(card, clauses, facts, at) : "another";
}

// What goes on with a matter is of it: 有人说路灯坏了,晚上黑得很.
function apart(clauses: readonly string[], isMatter: (clause: string) => boolean) {
  const heard: string[] = [];
  const left: string[] = [];
  let before = false;
  for (const clause of clauses) {
    before = isMatter(clause) || (before && complains(clause));
    (before ? heard : left).push(clause);
  }
  return { heard, left };
}

const withHeard = (card: ReportCard, clauses: readonly string[], facts: Facts, at: Date): ReportCard => ({
  ...card,
  opinions: [...card.opinions, ...mattersIn(clauses.join(","), facts, at)],
});

// Each clause is the answer, or says where it was or who came; what is neither stays with the words of the deed.
function withRest(
  card: ReportCard,
  question: { readonly item: number; readonly field: CardField },
  clauses: readonly string[],
  { text, at }: Pick<Said, "text" | "at">,
  facts: Facts,
): ReportCard | "another" | undefined {
  const answered = [clauses.join(","), ...clauses].flatMap(
    (one) => withAnswer(card, question, one, at, facts) ?? [],
  );
  const [whole = card] = answered;
  let done = whole;
  const others: string[] = [];
  for (const clause of clauses) {
    const added = addTo(done, clause.replace(DID, ","), facts);
    const isAnswer = withAnswer(card, question, clause, at, facts) !== undefined;
    if (added !== undefined && isElsewhere(done, added, clause)) return "another";
    if (added !== undefined) done = { ...added, questions: added.questions.filter(isOpen(done)) };
    else if (!isAnswer && !IDLE.test(clause)) others.push(clause);
  }
  if (done.questions.some(({ item, field }) => item === question.item && field === question.field))
    return undefined;
  if (others.length === 0) return done === whole && clauses.join(",") === text.trim() ? undefined : done;
  return {
    ...done,
    reports: done.reports.map((one, index) =>
      index === question.item ? { ...one, text: `${one.text},${others.join(",")}` } : one,
    ),
  };
}

const isOpen =
  ({ questions }: ReportCard) =>
  (one: Question): boolean =>
    questions.some(({ item, field }) => item === one.item && field === one.field);

// 去龙里村看了两户 of a visit to 石头村 tells of another.
function isElsewhere(
  { reports: [before] }: ReportCard,
  { reports: [now] }: ReportCard,
  clause: string,
): boolean {
  const [was, is] = [before?.place, now?.place];
  if (was === undefined || is === undefined || was === is || clause.search(DID) < 0) return false;
  return !is.includes(was) && !was.includes(is);
}
