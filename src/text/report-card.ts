import type { UnknownCompanion } from "#src/domain/requests/unknown-companion.ts";
import type { DangerKind } from "#src/domain/danger-kind.ts";
import type { Day } from "#src/domain/day.ts";
import type { OpinionDraft, ReportDraft } from "#src/domain/draft.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { CardField } from "#src/domain/requests/report.ts";
import { CALLS } from "./danger.ts";
import { filingLine } from "./filing-line.ts";
import { bullet, counts, day, short } from "./format.ts";
import type { Rendered, RenderedChoice } from "./rendered.ts";
import { unreadLine } from "./unread-line.ts";

/** What a card shows. */
export type CardView = {
  readonly card: string;
  readonly reports: readonly ReportDraft[];
  readonly opinions: readonly OpinionDraft[];
  readonly onBehalf?: string;
  /** How many photos and files lie with it. */
  readonly files: number;
  /** Whom the report calls a deputy, and the roster does not know. */
  readonly unknown?: readonly UnknownCompanion[];
  /** How many more there are than are shown and would be filed by a yes. */
  readonly left?: number;
  /** Words of a resident's matter that would not be filed. */
  readonly unheard?: string;
  /** What of a correction could not be made out, and stands as it was. */
  readonly unread?: readonly string[];
  /** The record that stands already, on which its opinions were heard. */
  readonly heardOn?: FilingLine;
  /** What danger to life it tells of, where that is known. */
  readonly call?: DangerKind;
  /** Something in all of it is dangerous. */
  readonly danger?: true;
  readonly today: Day;
};

/** A card of what was understood, with its three taps. `again` when it comes back after another topic. */
export function card(view: CardView, again: boolean, changed: boolean | undefined): Rendered {
  const onlyOpinions = view.reports.length === 0;
  const whose = view.onBehalf === undefined ? "" : `(替${view.onBehalf}代表记)`;
  const head = again
    ? `还有这张没有确认${whose}:`
    : changed !== undefined
      ? changed
        ? `改好了,请再看一遍${whose}:`
        : `本来就是这样,没有改动${whose}:`
      : view.onBehalf !== undefined
        ? `替${view.onBehalf}代表记,请核对:`
        : onlyOpinions
          ? "这样反映,对吗?"
          : "我这样理解,对吗?";
  const left = view.left ?? 0;
  return {
    text: [
      ...(view.call === undefined ? [] : [CALLS[view.call]]),
      head,
      ...itemLines(view),
      ...(view.heardOn === undefined ? [] : [`是这次听到的:${filingLine(view.heardOn)}`]),
      ...(view.files > 0 ? [`附件${view.files}个(不附就说:不要附件)`] : []),
      ...unknownLines(view),
      ...(view.unheard === undefined
        ? []
        : [`“${short(view.unheard, 30)}”没有记成群众意见。要反映,点“一起反映”。`]),
      ...(view.unread === undefined ? [] : [unreadLine(view.unread)]),
      ...(left > 0 ? [`后面还有${left}条,这些记好了再看。`] : []),
      ...(view.danger === true && view.call === undefined ? [DANGER] : []),
    ].join("\n"),
    choices: [
      { label: onlyOpinions ? "对,提交" : "对,记下来", act: { do: "card.confirm", card: view.card } },
      { label: "要改一改", act: { do: "card.edit", card: view.card } },
      { label: "不记了", act: { do: "card.drop", card: view.card } },
      ...nearChoices(view),
      ...(view.unheard === undefined
        ? []
        : [{ label: "一起反映", act: { do: "card.heard", card: view.card } } as const]),
    ],
  };
}

const unknownLines = ({ unknown = [] }: CardView): string[] =>
  unknown.map(({ said, near }) => {
    const asked = near.length > 0 ? `是${near.join("、")}吗?` : "";
    return `名单里没找到“${short(said, 8)}”${/[姐哥嬢叔]$/u.test(said) ? "" : "代表"},没有写上。${asked}`;
  });

const nearChoices = ({ card: id, unknown = [] }: CardView): RenderedChoice[] =>
  unknown.flatMap(({ said, near }) =>
    near.map((name) => ({
      label: `加上${name}`,
      act: { do: "card.companion", card: id, said, name } as const,
    })),
  );

type Items = Pick<CardView, "reports" | "opinions" | "today">;

// A card stays within sixteen lines and five hundred characters with its menu.
const MOST_ITEMS = 8;
const MOST_LETTERS = 400;

/** How many of the items, records first, fit on one card: so many are seen and filed at a time, and never fewer than one. */
export function itemsThatFit(items: Items): number {
  const lines = [...items.reports.map((one) => reportLine(one)), ...items.opinions.map(opinionLine)];
  let letters = 0;
  const fitting = lines.slice(0, MOST_ITEMS).findIndex((line) => {
    letters += line.length + 3;
    return letters > MOST_LETTERS;
  });
  return fitting < 0 ? Math.min(lines.length, MOST_ITEMS) : Math.max(1, fitting);
}

function itemLines(items: Items): string[] {
  const { reports, opinions } = items;
  const numbered = (lines: readonly string[], from: number): string[] =>
    lines.map((line, index) => `${bullet(index + from)} ${line}`);
  const records = reports.map((one) => reportLine(one));
  const heard = numbered(opinions.map(opinionLine), 0);
  return [
    ...(records.length > 1 ? numbered(records, 0) : records),
    ...(records.length > 0 && heard.length > 0 ? ["群众意见:"] : []),
    ...heard,
  ];
}

function reportLine(report: ReportDraft): string {
  const when = `${day(report.date)}${report.end === undefined ? "" : `至${day(report.end)}`}`;
  const companions = report.with?.join("、") ?? "";
  const details = [
    `${when}${report.time === undefined ? "" : ` ${report.time}`}`,
    short(report.place ?? "", 24),
    short(counts(report.counts ?? {}, report.approx), 40),
    companions === "" ? "" : `同行:${short(companions, 40)}`,
  ].filter((one) => one !== "");
  return `【${DUTY_KINDS[report.kind].name}】${details.join(",")}`;
}

function opinionLine({ urgent, category, text }: OpinionDraft): string {
  return `${urgent === true ? "(急)" : ""}${OPINION_CATEGORIES[category]}:${short(text, 40)}`;
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

/** A correction that several items of a card can be of. */
export type WhichItem = CardView & { readonly items: readonly number[]; readonly amendment: Amendment };

/** Asks which item of a card is to be put right. */
export const whichItem = ({ card: id, reports, items, amendment, onBehalf }: WhichItem): Rendered => ({
  text: [
    `${onBehalf === undefined ? "" : `(替${onBehalf}代表记)`}要改的是哪一条?点一下才改:`,
    ...items.flatMap((at) => (reports[at] === undefined ? [] : [`${bullet(at)} ${reportLine(reports[at])}`])),
  ].join("\n"),
  choices: items.map((item) => ({
    label: `改${bullet(item)}`,
    act: { do: "card.amend", card: id, item, amendment },
  })),
});

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
