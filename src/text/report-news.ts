import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { FiledRecord, ReportNews } from "#src/domain/requests/report.ts";
import { assertNever } from "#src/kernel/never.ts";
import { day } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** Puts into words what others entered or said about a deputy's duty. */
export function renderReportNews(news: ReportNews): Rendered {
  switch (news.kind) {
    case "report.entered":
      return words(
        `${news.by}替您记了履职:`,
        ...news.records.slice(0, 5).map(line),
        "没错不用回;不对请说:撤销 加编号",
      );
    case "report.companion":
      return words(
        `${news.by}代表说,这次履职您也在:`,
        line(news.record),
        "要算您一份,请照样说一句,比如:昨天走访黄连村12户",
      );
    default:
      return assertNever(news);
  }
}

const line = ({ number, kind, date }: FiledRecord): string =>
  `${number} ${DUTY_KINDS[kind].name},${day(date)}`;
