import { averageLines } from "./figures-average.ts";
import { attendanceWords, rateWords } from "./attendance-rate.ts";
import { CUTS, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { Day } from "#src/domain/day.ts";
import { type FigurePeriod, monthAround, yearAround } from "#src/domain/figures/figure-period.ts";
import type { FigureView, RecordLine } from "#src/domain/figures/figure-view.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import type { RecordMark } from "#src/domain/figures/record-mark.ts";
import {
  amounts,
  beforeWords,
  inline,
  kindName,
  pageMark,
  pagesOfSame,
  pageTaps,
  period,
  subjectWords,
  ownTallyWords,
  tallyWords,
} from "./figure-words.ts";
import { besideWords } from "./figures-beside.ts";
import { byRoom } from "./by-room.ts";
import { dayByRoom, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";
import { deputyTaps, numberTaps } from "./taps-into.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** A figure, totals first, beside the year before. */
export function tally({
  subject,
  tally: now,
  before,
  beforePeriod,
  byKind,
  cuts,
  submitted,
  waiting = 0,
  average,
  filed,
  beside,
  today,
}: Of<"figures.tally">): Rendered {
  const total = subject.whose === null ? ownTallyWords : tallyWords;
  const sums = amounts(now.counts);
  return {
    ...words(
      `${subjectWords(subject)}:`,
      now.records === 0 ? nothingOf(subject) : total(now),
      sums !== "" && sums,
      filed !== undefined && `以上按做的那天算。按报上来的那天算:${filed}条`,
      beside !== undefined && besideWords(now, beside, today),
      ...averageLines(now, average),
      byKind.length > 1 && average === undefined && inline(byKind, 3),
      submitted !== undefined && now.records > 0 && submittedWords(now.records, submitted),
      now.unconfirmed > 0 && `其中未确认${now.unconfirmed}条(工作人员代记满7天)`,
      beforeWords(subject, { before, beforePeriod }),
      subject.mark !== undefined && LEFT_OUT[subject.mark],
      waiting > 0 && waitingWords(waiting),
      now.records === 0 && (filed ?? 0) === 0 && "换个时间或类型再问,比如:统计 今年 接待",
    ),
    choices:
      now.records === 0
        ? []
        : [
            ...cuts.map((by) => says(`按${CUTS[by]}`)),
            says("看每一条", "为什么"),
            ...(subject.whose === null ? [] : [says("导出表格")]),
          ],
    reusable: true,
  };
}

/** What staff entered and no figure has in it yet. */
export const waitingWords = (waiting: number): string =>
  `另有${waiting}条是工作人员代记的,在等本人回话,还没有计入。`;

const nothingOf = ({ mark }: Subject): string =>
  mark === undefined ? "没有计入的记录。" : "没有这样的记录。";

// What is not among records of a mark, though whoever asks may think of it.
const WAITING = "代记不满7天、本人还没回话的,还没有计入,不在内。";
const LEFT_OUT = {
  returned: "退回的不计入别的统计。",
  entered: WAITING,
  unconfirmed: WAITING,
  verified: false,
  unverified: WAITING,
  pictured: false,
  unpictured: false,
} as const satisfies Record<RecordMark, string | false>;

/** The records behind a figure, and the rule it was counted by. */
export function records({ subject, records: list, states }: Of<"figures.records">): Rendered {
  const rule = states === undefined ? RULE : SENT_BACK;
  if (list.total === 0) return words(`${subjectWords(subject)}:${nothingOf(subject)}`, rule);
  const own = subject.whose === null;
  return {
    ...words(
      `${subjectWords(subject)},由${list.total}条记录得出${pageMark(list)}`,
      ...list.rows.map((one) => `${recordLine(one, own)}${states === undefined ? "" : stateOf(one)}`),
      list.page === 1 && byRoom(rule, rule, rule, ""),
    ),
    choices: [...numberTaps(list.rows), ...pageTaps(list, "为什么")],
    reusable: true,
  };
}

const stateOf = ({ verified }: RecordLine): string => (verified ? "(已核实)" : "(待核实)");
const SENT_BACK = "退回给您改的、撤销了的不在里面。看退回的,说:待办 退回";

const RULE = "算法:本人确认了的就算,退回和撤销的不算;同一天同一地点同一件事算一次。";

/** Of a place as much as tells it apart, so that five lines and the rule fit into one message. */
const MOST_OF_PLACE = 6;

function recordLine(record: RecordLine, own: boolean): string {
  const sums = amounts(record.counts, 1);
  const place = record.place === null ? "" : ` ${short(record.place, MOST_OF_PLACE)}`;
  const files = record.files > 0 ? ` 附件${record.files}个` : "";
  const details = [own ? "" : record.name, kindName(record.kind), dayByRoom(record.date)].filter(
    (one) => one !== "",
  );
  const after = `${sums === "" ? "" : byRoom(` ${sums}`, ` ${sums}`, "")}${place === "" ? "" : byRoom(place, "")}`;
  return `${record.number} ${details.join(" ")}${after}${files === "" ? "" : byRoom(files, "")}${record.unconfirmed ? "(未确认)" : ""}`;
}

/** A deputy's year at a glance. */
export const profile = (view: Of<"figures.profile">): Rendered => ({
  ...words(
    `${view.name}代表${view.group === null ? "" : `(${view.group})`}`,
    `${view.period === undefined ? `${view.today.slice(0, 4)}年` : period(view.period)}履职${view.year.activities}次${view.byKind.length === 0 ? "" : `:${inline(view.byKind, 3)}`}`,
    view.year.unconfirmed > 0 && `其中未确认${view.year.unconfirmed}条`,
    `群众意见${view.opinions}条;在这里提交、有编号的建议议案${view.suggestions}件,口头报的不在内`,
    ...attendanceLines(view),
  ),
  choices: view.year.records === 0 ? [] : [says("看每一条", "为什么"), says("按类型"), says("按月")],
  reusable: true,
});

const attendanceLines = ({
  attendance: counts,
  period: asked,
}: Pick<Of<"figures.profile">, "attendance" | "period">): (string | false)[] =>
  counts.expected === 0
    ? [asked === undefined ? "今年还没有定稿的活动" : "这段时间没有定稿的活动"]
    : [`活动${attendanceWords(counts, "次")}`, rateWords(counts)];

// A suggestion that was made elsewhere is told like any duty, and has no number of its own here.
const submittedWords = (all: number, submitted: number): string =>
  submitted === all
    ? "都是在这里提交、有建-编号的。"
    : `其中在这里提交、有建-编号的${submitted}条,别的是报来的履职。`;

/** Who has no record at all. */
export function missing({ subject, basis, deputies, names, today }: Of<"figures.missing">): Rendered {
  const about = subjectWords(subject);
  const elsewhen = otherStretch(basis, today);
  if (names.total === 0)
    return { ...words(`${about}:${deputies}位代表都有记录。`), choices: elsewhen, reusable: true };
  return {
    ...words(
      `${about}还没有记录的代表:${names.total}位(共${deputies}位)${pageMark(names)}`,
      short(names.rows.join("、"), 120),
    ),
    choices: [
      ...deputyTaps(names.rows),
      ...pagesOfSame(names, { do: "figures.missing", basis }),
      ...elsewhen,
      says("导出表格"),
    ],
    reusable: true,
  };
}

// Who asks without a stretch of time may mean the month or the year.
function otherStretch(basis: FigureBasis, today: Day): RenderedChoice[] {
  const [month, year] = [monthAround(today), yearAround(today)];
  const isOf = ({ from, to }: FigurePeriod): boolean => basis.from === from && basis.to === to;
  const to = (label: string, stretch: FigurePeriod): RenderedChoice => ({
    label,
    act: { do: "figures.missing", basis: { ...basis, ...stretch }, page: 1 },
  });
  return isOf(month) ? [to("看今年的", year)] : isOf(year) ? [to("看本月的", month)] : [];
}

const MOST_NAMESAKES = 6;

/** Deputies of one name, each a tap away where the office gave a number. */
export const whichDeputy = (deputies: Of<"figures.which-deputy">["deputies"]): Rendered => ({
  ...words("有几位代表同名,请点一位:", ...deputies.slice(0, MOST_NAMESAKES).map(namesakeWords)),
  choices: deputies
    .flatMap((one) => (one.code === null ? [] : [says(`代表 ${one.code}`)]))
    .slice(0, MOST_NAMESAKES),
});
