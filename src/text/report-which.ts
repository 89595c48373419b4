import type { FilingLine } from "#src/domain/requests/filing.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { filingLine } from "./filing-line.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** One's own filings that words may mean, each to be taken back, or changed, with a tap. */
export type ReportWhich = {
  readonly kind: "report.which";
  readonly filings: readonly FilingLine[];
  /** False where nothing was like it, and the latest are shown instead. */
  readonly found: boolean;
  readonly amendment?: Amendment;
};

/** Asks which filing is meant. */
export function which(reply: ReportWhich): Rendered {
  const { filings, found, amendment } = reply;
  if (amendment !== undefined) return whichToAmend(reply, amendment);
  if (filings.length === 0)
    return words("没有查到您记过这样的履职,什么都没动。", "通知过的活动没去成,请说:请假,再说原因");
  const head = !found
    ? "没有找到这样的记录,什么都没动。最近记的是:"
    : filings.length === 1
      ? "要撤销的是这条吗?点一下才撤销:"
      : "要撤销哪一条?点一下:";
  return {
    ...words(head, ...filings.map((one) => filingLine(one)), "都不是?请说编号,比如:撤销 履-2026-00012"),
    choices: filings.map(({ number }) => says(`撤销 ${number}`)),
  };
}

function whichToAmend({ filings, found }: ReportWhich, amendment: Amendment): Rendered {
  return {
    ...words(
      found ? "要改的是哪一条?点一下才改:" : "没有找到这样的记录,什么都没改。最近记的是:",
      ...filings.map((one) => filingLine(one)),
      "都不是?请说编号,比如:改 履-2026-00012 时间 昨天",
    ),
    choices: filings.map(({ number }) => ({
      label: `改 ${number}`,
      act: { do: "report.amend", number, amendment },
    })),
  };
}
