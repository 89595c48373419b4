import { type Cut, CUTS, type FigureBasis } from "#src/domain/figures/figure-basis.ts";
import type { CutLine, FigureView, Tally } from "#src/domain/figures/figure-view.ts";
import type { Subject } from "#src/domain/figures/subject.ts";
import { lineAverage } from "./figures-average.ts";
import {
  amounts,
  beforeWords,
  listedLine,
  kindName,
  ownTallyWords,
  pageMark,
  pageTaps,
  subjectWords,
  tallyWords,
} from "./figure-words.ts";
import { byRoom } from "./by-room.ts";
import { waitingWords } from "./figures-count.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** A figure divided, in the order of the roster. */
export function cut(view: Of<"figures.cut">): Rendered {
  const { subject, by, whole, apart, lines, repeated = 0, towns, waiting = 0 } = view;
  const about = subjectWords(subject);
  if (apart === true) return eachAlone(view);
  const waits = waiting > 0 && waitingWords(waiting);
  if (lines.rows.length === 0) return words(`${about}:没有记录。`, waits);
  const head = `按${CUTS[by]}${pageMark(lines)}${repeated === 0 ? "" : sharedWords(repeated)}`;
  return {
    ...words(
      ...(whole === undefined
        ? [`${about} ${head}`]
        : [`${about}:${wholeWords(whole.tally, subject)}`, beforeWords(subject, whole), head]),
      lines.rows.some(({ average }) => average?.over === "deputy") && "平均按在任代表算,没有记录的也在内。",
      towns !== undefined && `您说${towns}个镇街,这里一共${lines.total}个,都算在内。`,
      ...lines.rows.map((line) => {
        const label = labelOf(line, by);
        return listedLine({ ...line, label: by === "kind" ? label : `${label} ` }) + lineAverage(line);
      }),
      waits,
      by === "deputy" && subject.whose !== null && NOT_LISTED,
    ),
    choices: [
      ...lines.rows.flatMap((line) => tapInto(line, by)),
      ...pageTaps(lines, `按${CUTS[by]}`),
      ...(whole?.tally.records === 0 ? [] : [says("看每一条", "为什么")]),
      ...(whole === undefined || whole.tally.records === 0 || subject.whose === null
        ? []
        : [says("导出表格")]),
    ],
    reusable: true,
  };
}

const NOT_LISTED = byRoom("没有记录的代表不在里面,看他们说:未报", "");

// Whoever adds the lines up gets more than the whole.
const sharedWords = (repeated: number): string =>
  `(几个镇街一起的,各镇街都算、合计只算一次,全部镇街加起来比合计多${repeated}次)`;

// Several things that were asked for at once, each in a line of its own.
function eachAlone({ subject, by, whole, lines, opinions }: Of<"figures.cut">): Rendered {
  const taps = lines.rows.flatMap((line) => tapInto(line, by));
  return {
    ...words(
      `${subjectWords(subject)}:`,
      whole !== undefined && `履职一共:${wholeWords(whole.tally, subject)}`,
      ...lines.rows.map(kindLine),
      opinions !== undefined && `群众意见${opinions}条`,
      taps.length > 0 && "要看上年同期和每一条,请点一类。",
    ),
    choices: taps,
    reusable: true,
  };
}

const kindLine = (line: CutLine): string =>
  line.tally.records === 0 ? `${kindName(line.label)}:没有计入的记录` : listedLine(line) + lineAverage(line);

// 7次(9条记录,7位代表),24户: all of it in one line, above its parts.
const wholeWords = (whole: Tally, { whose }: Subject): string =>
  whole.records === 0
    ? "没有计入的记录"
    : [
        whose === null ? ownTallyWords(whole) : tallyWords(whole),
        amounts(whole.counts, 2),
        whole.unconfirmed === 0 ? "" : `其中未确认${whole.unconfirmed}条`,
      ]
        .filter((one) => one !== "")
        .join(",");

const labelOf = ({ label }: CutLine, by: Cut): string =>
  by === "month" ? monthName(label) : label === "" ? `没有${CUTS[by]}的` : label;

const tapInto = (line: CutLine & { readonly basis?: FigureBasis }, by: Cut): RenderedChoice[] =>
  line.basis === undefined
    ? []
    : [
        {
          label: by === "kind" ? kindName(line.label) : labelOf(line, by),
          act: { do: "figures.count", basis: line.basis },
        },
      ];

const monthName = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
