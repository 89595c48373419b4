import { toDayNumber } from "#src/domain/day.ts";
import type { ReportDraft } from "#src/domain/draft.ts";
import { DUTY_KINDS, type DutyKind } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES, type OpinionCategory } from "#src/domain/opinion-category.ts";
import type { DayRefusal } from "#src/domain/requests/left-of-filing.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { IN_DANGER } from "./danger.ts";
import { day, short } from "./format.ts";
import type { Rendered, RenderedChoice } from "./rendered.ts";
import type { CardView } from "./report-card.ts";
import { toldWords } from "./told-words.ts";

/** One question about a card. */
export type Question = CardView & {
  readonly item: number;
  readonly field: CardField | "intent";
  /** A time of today that is still to come was named. */
  readonly ahead?: true;
  /** A day was named that does not exist. */
  readonly noSuch?: string;
  /** It was done over a stretch of time: a record is of one day. */
  readonly total?: true;
  /** Its day was refused, and why. */
  readonly refused?: DayRefusal;
  /** What was said, where it is asked what that was. */
  readonly said?: string;
  /** Asked a second time: the answer said nothing. */
  readonly again?: true;
  /** Something else of it was put right just now; the question stays. */
  readonly changed?: true;
  /** The speaker may file duty, or have it filed for a deputy. */
  readonly mayReport?: boolean;
  /** It may be danger that was not understood: whom to call is said in any case. */
  readonly outsider?: true;
};

/** One short question about one field, with what is most likely meant to tap. */
export function renderQuestion(question: Question): Rendered {
  const about = short(itemText(question), 30);
  const whose = question.onBehalf === undefined ? "" : `替${question.onBehalf}代表记:`;
  const said = about === "" ? whose : `${whose}“${about}”\n`;
  const head = question.changed === true ? `${said}改好了:${asItIs(question)}\n` : said;
  const call = question.outsider === true ? `\n${IN_DANGER}` : "";
  if (question.field === "intent")
    return {
      text: `“${short(question.said ?? "", 40)}”\n${question.again === true ? "还没有记。请点一项:" : "您是要:"}${call}`,
      choices: intents(question),
    };
  const choices = likely(question, question.field);
  if (question.ahead === true) return { text: `${head}${AHEAD}`, choices };
  if (question.refused !== undefined && question.again !== true)
    return {
      text: `${head}${refusedWords(question, question.refused)}${choices.length === 0 ? WAY_OUT : ""}`,
      choices,
    };
  const far = question.field === "date" && choices.length === 0;
  const when = question.total === true ? TOTAL : far ? FAR : ASKED[question.field];
  const none = question.noSuch === undefined ? "" : `没有“${question.noSuch}”这一天。`;
  const wayOut = choices.length === 0 ? WAY_OUT : "";
  return { text: `${head}${none === "" ? when : `${none}${NAME_IT}`}${wayOut}${call}`, choices };
}

// What is known of it, without its kind, which may be what is asked.
function asItIs({ reports, opinions, item }: Question): string {
  const report = reports[item] ?? reports[0];
  if (report === undefined) return OPINION_CATEGORIES[opinions[0]?.category ?? "other"];
  const heard = opinions.map(({ text }) => short(text, 16)).slice(-2);
  return heard.length === 0 ? toldWords(report) : `${toldWords(report)},群众意见:${heard.join(";")}`;
}

const itemText = ({ reports, opinions, item }: Question): string =>
  reports[item]?.text ?? opinions[item - reports.length]?.text ?? "";

const ASKED = {
  kind: "这算哪一种履职?点一下,或者直接说。",
  date: "哪一天没听准。点一下,或者直接说,比如:9月12日",
  end: "到哪一天结束?比如:9月14日",
  time: "是几点?比如:下午3点",
  place: "在哪里?比如:〔村〕五组",
  with: "还有哪位代表一起去?请说姓名;没有就说“没有”。",
  count: "数量是多少?比如:12户、46人",
  text: "请把事情再说具体一点。",
  category: "这条意见算哪一类?点一下,或者直接说。",
} as const satisfies Record<CardField, string>;

const WAY_OUT = "\n不想记了,就回“不记了”。";
const NAME_IT = "请说是几月几号,比如:9月12日";
const FAR = `哪一天没听准。${NAME_IT}`;
const TOTAL = "是哪一天做的?一次一次说就行,总数会自动算好。";
const AHEAD = "这个时间还没到。已经做了的,请说是哪天几点;还没做的,做完再说一声。";

const NOT_YET = "还没到,这条没有记。办完了再说一声就记;日子说错了,请说对的,比如:昨天";
const NOT_HELD = "不在代表任期里(或者正在暂停),这条没有记。日子说错了,请说对的,比如:昨天";

// Which day it was taken for stands in it: a year too many is seen at once.
function refusedWords({ reports, item }: Question, why: DayRefusal): string {
  const report = reports[item];
  if (why === "future-time") return `这个时间${NOT_YET}`;
  if (why === "future-date") return `${report === undefined ? "这个日子" : spanWords(report)}${NOT_YET}`;
  return `${report === undefined ? "这一天" : spanWords(report)}${NOT_HELD}`;
}

const spanWords = ({ date, end }: ReportDraft): string =>
  end === undefined || end === date ? day(date) : `${day(date)}至${day(end)}`;

const LIKELY_KINDS = [
  "home_visit",
  "reception",
  "group_activity",
  "inspection",
  "mediation",
] as const satisfies readonly DutyKind[];
// What it was most likely held to be goes first.
const kindsFor = (held: DutyKind | undefined): readonly DutyKind[] =>
  held === undefined ? LIKELY_KINDS : [...new Set([held, ...LIKELY_KINDS])].slice(0, LIKELY_KINDS.length);
const LIKELY_CATEGORIES = [
  "urban",
  "transport",
  "environment",
  "utilities",
  "agriculture",
  "other",
] as const satisfies readonly OpinionCategory[];

/** A day that is asked about within these may be one of the last three. */
const RECENT_DAYS = 6;

function likely(
  { card, item, ahead, noSuch, refused, reports, today }: Question,
  field: CardField,
): RenderedChoice[] {
  const answer = (label: string, value = label): RenderedChoice => ({
    label,
    act: { do: "card.answer", card, item, field, value },
  });
  const drop: RenderedChoice = { label: "不记了", act: { do: "card.drop", card } };
  if (field === "kind")
    return [...kindsFor(reports[item]?.kind).map((kind) => answer(DUTY_KINDS[kind].name)), drop];
  // Last month was said, or a day that does not exist: neither today nor yesterday is meant.
  const said = reports[item]?.date ?? today;
  if (field === "date" && (noSuch !== undefined || toDayNumber(today) - toDayNumber(said) > RECENT_DAYS))
    return [];
  if (field === "date")
    return [
      ...(ahead === true || refused === "future-time" ? [] : [answer("今天")]),
      answer("昨天"),
      answer("前天"),
      drop,
    ];
  if (field === "category") return [...LIKELY_CATEGORIES.map((one) => answer(OPINION_CATEGORIES[one])), drop];
  if (field === "with") return [answer("没有"), drop];
  // The answer may be a bare number, which must not be taken for the number of a choice.
  return [];
}

const intents = ({ card, mayReport }: Question): RenderedChoice[] => [
  ...(mayReport === true
    ? [{ label: "记一条履职", act: { do: "card.intent", card, intent: "report" } } as const]
    : []),
  { label: "反映群众意见", act: { do: "card.intent", card, intent: "opinion" } },
  { label: "都不是", act: { do: "card.intent", card, intent: "chat" } },
];
