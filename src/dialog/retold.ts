import type { ReportDraft } from "#src/domain/draft.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { understand } from "#src/understanding/understand.ts";
import { readAnswer, readingContext, toCard } from "./card.ts";
import { withCorrection } from "./corrected.ts";
import type { Question, ReportCard } from "./dialog.ts";
import { toldOf } from "./told-of.ts";

/**
 * What a line is that tells of a whole deed, with its day, while a piece of a report is asked about: the same deed
 * told once more, with what it says now, or "another" that contradicts it, or none the less a deed of another kind. Undefined where it is no whole deed.
 */
export function readRetold(
  card: ReportCard,
  { field }: Question,
  said: { readonly text: string; readonly at: Date },
  facts: Facts,
): ReportCard | "another" | undefined {
  const line = said.text.normalize("NFKC");
  if (mainKind(line) === undefined) return undefined;
  const told = toldOf(said, facts)?.onBehalf;
  if (told !== undefined && told !== card.onBehalf) return "another";
  if (findDates(line, { today: facts.today, prefer: "past" }).length === 0)
    return readBeside(card, field, { ...said, text: line }, facts);
  const read = understand(said.text, readingContext(facts, said.at));
  const [now, more] = read.reports;
  const [before, other] = card.reports;
  if (now === undefined || before === undefined || read.ask.includes("intent")) return undefined;
  if (more !== undefined || other !== undefined || !agree(before, now, field)) return "another";
  const { end: _, ...kept } = before;
  const { questions } = toCard(read, { text: said.text, messageId: card.messageId }, facts);
  return {
    ...card,
    reports: [{ ...kept, ...now }],
    opinions: [...card.opinions, ...read.opinions],
    questions,
  };
}

// 调解纠纷1起 is another deed than the visit that is asked about, also without a day; 5户,还调解纠纷1起 says how many it was, and tells of another.
function readBeside(
  card: ReportCard,
  field: Question["field"],
  { text, at }: { readonly text: string; readonly at: Date },
  facts: Facts,
): ReportCard | "another" | undefined {
  const [before, other] = card.reports;
  if (before === undefined || other !== undefined || !OF_A_DEED.has(field)) return undefined;
  const [, first = "", rest = text] = FIRST.exec(text) ?? [];
  const read = understand(rest, readingContext(facts, at));
  const isElse = read.reports.every(({ kind, counts = {} }) => kind !== before.kind && isSome(counts));
  if (read.intent !== "report" || read.ask.length > 0 || read.reports.length === 0 || !isElse)
    return undefined;
  if (rest === text) return "another";
  const answer = field === "count" ? readAnswer(field, first, before, facts, at) : undefined;
  if (answer === undefined || mainKind(first) !== undefined) return undefined;
  const { reports, questions, ...others } = withCorrection(card, 0, answer, facts.today);
  const beside = read.reports.map((one) => ({ ...one, date: before.date }));
  return {
    ...others,
    reports: [...reports, ...beside],
    opinions: [...card.opinions, ...read.opinions],
    questions: questions.filter((one) => one.field !== "count"),
  };
}

const FIRST = /^([^,;\u3002]{1,12})[,;\u3002](.+)$/u;
const isSome = (counts: object): boolean => Object.keys(counts).length > 0;
// What kind of deed it was, and what was said, may be told in any words.
const OF_A_DEED: ReadonlySet<Question["field"]> = new Set(["count", "place", "with", "date", "end", "time"]);

function agree(before: ReportDraft, now: ReportDraft, asked: Question["field"]): boolean {
  const isAsked = (field: Question["field"]): boolean => asked === field;
  const samePlace = before.place === undefined || now.place === undefined || before.place === now.place;
  const sameCounts = Object.entries(now.counts ?? {}).every(
    ([unit, n]) => (new Map(Object.entries(before.counts ?? {})).get(unit) ?? n) === n,
  );
  return (
    (isAsked("kind") || before.kind === now.kind) &&
    (isAsked("place") || samePlace) &&
    (isAsked("count") || sameCounts) &&
    (isAsked("date") || isAsked("end") || before.date === now.date)
  );
}
