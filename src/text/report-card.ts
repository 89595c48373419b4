import type { Day } from "#src/domain/day.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { bullet, counts, day, short } from "./format.ts";
import type { Rendered, RenderedChoice } from "./rendered.ts";

/** What a card shows. */
export type CardView = {
  readonly card: string;
  readonly reports: readonly ReportDraft[];
  readonly opinions: readonly OpinionDraft[];
  readonly onBehalf?: string;
  /** How many photos and files lie with it. */
  readonly files: number;
  readonly today: Day;
};

/** A card of what was understood, with its three taps. `again` when it comes back after another topic. */
export function card(view: CardView, again: boolean, changed: boolean): Rendered {
  const onlyOpinions = view.reports.length === 0;
  const head = again
    ? "还有这张没有确认:"
    : changed
      ? "改好了,请再看一遍:"
      : view.onBehalf !== undefined
        ? `替${view.onBehalf}代表记,请核对:`
        : onlyOpinions
          ? "这样反映,对吗?"
          : "我这样理解,对吗?";
  return {
    text: [
      head,
      ...view.reports.map((one, index) => reportLines(one, view, index)),
      ...opinionLines(view),
      ...(view.files > 0 ? [`附件${view.files}个(不附就说:不要附件)`] : []),
    ].join("\n"),
    choices: [
      { label: onlyOpinions ? "对,提交" : "对,记下来", act: { do: "card.confirm", card: view.card } },
      { label: "要改一改", act: { do: "card.edit", card: view.card } },
      { label: "不记了", act: { do: "card.drop", card: view.card } },
    ],
  };
}

function reportLines(report: ReportDraft, view: CardView, index: number): string {
  const mark = view.reports.length > 1 ? `${bullet(index)} ` : "";
  const when = `${day(report.date, view.today)}${report.end === undefined ? "" : `至${day(report.end, view.today)}`}`;
  const numbers = counts(report.counts ?? {}, report.approx);
  const companions = report.with?.join("、") ?? "";
  const details = [
    `${when}${report.time === undefined ? "" : ` ${report.time}`}`,
    report.place ?? "",
    numbers,
    companions === "" ? "" : `同行:${companions}`,
  ].filter((one) => one !== "");
  return `${mark}【${DUTY_KINDS[report.kind].name}】${details.join(",")}`;
}

// A card stays within sixteen lines; what does not fit is counted, and confirmed item by item on request.
export const MOST_OPINIONS = 8;

function opinionLines(view: CardView): string[] {
  const shown = view.opinions.slice(0, MOST_OPINIONS).map((opinion, index) => {
    const urgent = opinion.urgent === true ? "(急)" : "";
    return `${bullet(index)} ${urgent}${OPINION_CATEGORIES[opinion.category]}:${short(opinion.text, 40)}`;
  });
  const left = view.opinions.length - shown.length;
  const head = view.reports.length > 0 && view.opinions.length > 0 ? ["群众意见:"] : [];
  const danger = view.opinions.some((one) => one.urgent === true) ? [DANGER] : [];
  return [...head, ...shown, ...(left > 0 ? [`……另有${left}条`] : []), ...danger];
}

/** Said at once, before anything is confirmed or filed. */
export const DANGER = "有危险请马上打110、119或120。";

const FIELD_LABELS = {
  kind: "改类型",
  date: "改时间",
  end: "改结束日期",
  time: "改钟点",
  place: "改地点",
  with: "改同行代表",
  count: "改数量",
  text: "改内容",
  category: "改意见分类",
} as const satisfies Record<CardField, string>;

/** The fields of a card that can be changed, to tap. */
export function fields(view: CardView): RenderedChoice[] {
  const asked: readonly CardField[] =
    view.reports.length > 0 ? ["kind", "date", "place", "count", "with"] : ["category", "text"];
  const item = 0;
  return asked.map((field) => ({
    label: FIELD_LABELS[field],
    act: { do: "card.edit-field", card: view.card, item, field },
  }));
}
