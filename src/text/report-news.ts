import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { FiledOpinion } from "#src/domain/requests/report.ts";
import type { EnteredRecord, ReportNews } from "#src/domain/requests/report-news.ts";
import { assertNever } from "#src/kernel/never.ts";
import { leftLine } from "./left-line.ts";
import { bullet, counts as amounts, day, short } from "./format.ts";
import { type Rendered, type RenderedChoice, words } from "./rendered.ts";

const MOST_LINES = 5;

/** Puts into words what others entered or said about a deputy's duty. */
export function renderReportNews(news: ReportNews): Rendered {
  switch (news.kind) {
    case "report.entered":
      return {
        ...words(
          `${news.by}替您记了履职,对吗?`,
          ...news.records
            .slice(0, MOST_LINES)
            .map((one, at) => `${news.records.length > 1 ? `${bullet(at)} ` : ""}${line(one)}`),
          leftLine(news.records, MOST_LINES, "条", "看全说:待办 等我确认"),
          heardLine(news.opinions ?? []),
          news.records.length > 1 && "有对有不对,就说:第一条对,第二条不对",
          "不回的,七天后标“未确认”计入。",
        ),
        choices: spoken(news.records.map((one) => one.number)),
      };
    case "report.entered-withdrawn":
      return words(
        `${news.by}撤销了替您记的履职${news.opinions === 0 ? "" : `(连同意见${news.opinions}条)`}:`,
        ...news.records
          .slice(0, MOST_LINES)
          .map(({ number, kind, date }) => `${number} ${DUTY_KINDS[kind].name},${day(date)}`),
        leftLine(news.records, MOST_LINES, "条", "都不用您回话"),
        "不用您回话,也不计入。真有这回事,您自己说一句就记上。",
      );
    case "report.companion":
      return {
        ...words(
          `${news.by}代表说,这次履职您也在:`,
          line(news.record),
          "是您就点“对”,算您一份;不是就点“不是我”。",
        ),
        choices: [
          { label: "对,我也在", act: { do: "report.share", number: news.record.number, present: true } },
          { label: "不是我", act: { do: "report.share", number: news.record.number, present: false } },
        ],
      };
    default:
      return assertNever(news);
  }
}

const MOST_OPINIONS = 3;

// A yes makes them the deputy's own as well.
function heardLine(opinions: readonly FiledOpinion[]): string | false {
  if (opinions.length === 0) return false;
  const shown = opinions.slice(0, MOST_OPINIONS).map((one) => `${one.number} ${short(one.text, 18)}`);
  const more = opinions.length > MOST_OPINIONS ? `等${opinions.length}条,看全说:我的意见` : "";
  return `一起记的群众意见:${shown.join(";")}${more}`;
}

const spoken = (numbers: readonly string[]): RenderedChoice[] => [
  { label: "对", act: { do: "report.acknowledge", numbers, right: true } },
  { label: "不对", act: { do: "report.acknowledge", numbers, right: false } },
];

// All that a yes would make one's own.
const line = ({ number, kind, date, place, counts = {}, with: companions = [] }: EnteredRecord): string => {
  const where = typeof place === "string" ? short(place, 20) : "";
  const together = companions.length === 0 ? "" : `同行:${companions.join("、")}`;
  const told = [DUTY_KINDS[kind].name, day(date), where, amounts(counts), together];
  const parts = told.filter((one) => one !== "");
  return `${number} ${parts.join(",")}`;
};
