import type { ReportDraft } from "#src/domain/draft.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { companionNames } from "#src/domain/companion-names.ts";
import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import { isSorted } from "#src/understanding/categories.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { understand } from "#src/understanding/understand.ts";
import { findUnheard } from "./unheard.ts";
import { unknownCompanions } from "./unknown-companions.ts";
import type { Askable, Correction, ReadingContext, Understanding } from "#src/understanding/understanding.ts";
import type { ReportCard, Question } from "./dialog.ts";
import { withWhenUnclear } from "./when-unclear.ts";

/** What the reader may know of the world: of the deputies' names nothing, where somebody speaks whom nobody knows. */
export const readingContext = (facts: Facts, at: Date): ReadingContext => ({
  at,
  zone: facts.zone,
  people: facts.speaker.kind === "member" ? facts.people : [],
  places: facts.places,
});

/** A message's own words, and what came with them. */
type Worded = {
  readonly text: string;
  readonly messageId: number;
  readonly files?: readonly AttachmentRef[];
};

/** With more that is not certain, nothing of a message is. */
export const MOST_DOUBTS = 12;

/** A card for what was understood, with the questions that must be answered before it can be confirmed. */
export function toCard(read: Understanding, said: Worded, facts: Facts): ReportCard {
  const { reports, opinions, onBehalf } = read;
  const { messageId, files = [] } = said;
  const unknown = reports.length === 0 ? [] : unknownCompanions(said.text, facts);
  const unheard = findUnheard(read);
  // Where nothing is certain, only what it is at all is worth a question.
  const lost = read.ask.length > MOST_DOUBTS;
  // A record with what residents said, or without: the card shows just that, and is put right as it is.
  const shown = !lost && reports.length > 0 && read.ask.includes("text");
  const asked = lost ? [] : read.ask.filter((name) => name !== "intent" && !(shown && isShown(name, read)));
  const questions = asked.flatMap((name) => questionFor(name, read));
  const dated = withWhenUnclear(questions, reports, said.text, facts);
  // Files wait until it is known what the message is.
  const isLost = read.ask.includes("intent") && !shown;
  return {
    at: "report",
    card: `r${messageId}`,
    messageId,
    said: said.text,
    reports,
    opinions,
    ...(files.length > 0 && !isLost ? { files } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(unheard === undefined ? {} : { unheard }),
    questions: isLost ? [{ item: 0, field: "intent" }, ...dated] : dated,
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
}

const isShown = (name: Askable, { opinions }: Understanding): boolean =>
  name === "text" || (name === "category" && opinions.every(({ text }) => isSorted(text)));

const REPORT_FIELDS = new Set<Askable>(["kind", "date", "end", "time", "place", "with", "count", "text"]);

// A question about a report's field is put for the first record, unless there are only opinions.
function questionFor(name: Askable, read: Understanding): Question[] {
  const { reports, opinions } = read;
  if (name === "category" && opinions.length > 0) return categoryQuestions(read);
  if (!REPORT_FIELDS.has(name)) return [];
  if (reports.length === 0 && name !== "place" && name !== "text") return [];
  return [{ item: 0, field: asCardField(name) }];
}

// 路灯不亮 beside something unclear: only of what is unclear it is asked what it is about.
function categoryQuestions({ reports, opinions }: Understanding): Question[] {
  const unclear = opinions.flatMap(({ text }, at) => (isSorted(text) ? [] : [at]));
  const asked = unclear.length > 0 ? unclear : [0];
  return asked.map((at) => ({ item: reports.length + at, field: "category" }));
}

const asCardField = (name: Askable): CardField => {
  switch (name) {
    case "kind":
    case "date":
    case "end":
    case "time":
    case "place":
    case "with":
    case "count":
    case "category":
      return name;
    default:
      return "text";
  }
};

const FIELD_NAMES = {
  kind: "类型",
  date: "时间",
  end: "结束日期",
  time: "时间",
  place: "地点",
  with: "同行代表",
  count: "数量",
  text: "内容",
  category: "分类",
} as const satisfies Record<CardField, string>;

/** Reads the answer to a question about one field, with the same grammar that reads corrections. */
export function readAnswer(
  field: CardField,
  answer: string,
  report: ReportDraft | undefined,
  facts: Facts,
  at: Date,
): Amendment | undefined {
  if ((field === "text" || field === "place") && /^\d+$/u.test(answer.trim())) return undefined;
  if (field === "text") return { field, value: answer.trim() };
  if (field === "with" && companionNames(answer).length === 0) return { field, value: "" };
  if (field === "with" && TELLS.test(answer)) return undefined;
  const byName =
    field === "kind" ? kindByName(answer) : field === "category" ? categoryByName(answer) : undefined;
  if (byName !== undefined) return byName;
  const said = field === "count" ? withUnit(answer.trim(), report) : answer.trim();
  const read = understand(`${FIELD_NAMES[field]}改成${said}`, readingContext(facts, at));
  const found = read.correction;
  if (found?.value === undefined) return undefined;
  if (field === "count") return isCountUnit(found.field) ? withOthers(found, said) : undefined;
  return found.field === field || (field === "date" && found.field === "end") ? found : undefined;
}

// 12户、46人: all that is counted in the answer, and not the first of it.
function withOthers(found: Correction, said: string): Amendment {
  const { counts } = findCounts(said);
  // 8家 is read as firms where nothing tells that families are meant: then there is one amount, whatever it is called.
  if (!Object.hasOwn(counts, found.field)) return found;
  const others = Object.entries(counts).flatMap(([unit, value]) =>
    isCountUnit(unit) && unit !== found.field ? [{ field: unit, value }] : [],
  );
  const also = others.reduceRight<Amendment | undefined>(
    (rest, one) => (rest === undefined ? one : { ...one, also: rest }),
    undefined,
  );
  return also === undefined ? found : { ...found, also };
}

// 本月的都核实了 is no name, whoever was asked for.
const TELLS = /了[。.!]?$|核实|统计|导出|履职|待办|未报|缺席|退回|撤销|帮助|[?\uff1f]/u;

// A bare 17 is so many of what the record counts already, if that is one thing.
function withUnit(answer: string, report: ReportDraft | undefined): string {
  const [unit, other] = Object.keys(report?.counts ?? {}).filter(isCountUnit);
  return /^\d+$/u.test(answer) && unit !== undefined && other === undefined
    ? `${answer}${COUNT_UNITS[unit]}`
    : answer;
}

function kindByName(answer: string): Correction | undefined {
  const kind = Object.entries(DUTY_KINDS).find(([, { name }]) => name === answer.trim())?.[0];
  return kind === undefined ? undefined : { field: "kind", value: kind };
}

function categoryByName(answer: string): Correction | undefined {
  const entries = Object.entries(OPINION_CATEGORIES);
  const category = entries.find(([, name]) => name === answer.trim())?.[0];
  return category === undefined ? undefined : { field: "category", value: category };
}
