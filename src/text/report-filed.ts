import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { FiledOpinion, FiledRecord } from "#src/domain/requests/report.ts";
import { day, short } from "./format.ts";
import { numberList } from "./number-list.ts";
import type { Rendered } from "./rendered.ts";
import { DANGER } from "./report-card.ts";
import { soon } from "./soon.ts";

/** What was filed, with the numbers it got. */
export type ReportFiled = {
  readonly kind: "report.filed";
  readonly records: readonly FiledRecord[];
  readonly opinions: readonly FiledOpinion[];
  /** Whose records they are, where that is not the speaker. */
  readonly for?: string;
  /** How many photos and files lie with it. */
  readonly files?: number;
};

/** So many are named one by one; more are summed up, within eight lines. */
const MOST_NAMED = 4;

/** A receipt. */
export function filed(reply: ReportFiled): Rendered {
  const { records, opinions, files = 0 } = reply;
  const whose = reply.for === undefined ? "" : `(${reply.for}代表)`;
  const isShort = records.length + opinions.length <= MOST_NAMED;
  const lines = isShort
    ? [
        ...records.map((one) => `${one.number} ${DUTY_KINDS[one.kind].name},${when(one)}`),
        ...opinionsNamed(opinions),
      ]
    : [...recordsInSum(records), ...opinionsInSum(opinions)];
  const number = records[0]?.number ?? opinions[0]?.number;
  return {
    text: [
      `记好了${whose}:`,
      ...lines,
      ...(files > 0 ? [`附件${files}个`] : []),
      ...(opinions.some((one) => one.urgent) ? [DANGER] : []),
      reply.for === undefined
        ? records.length === 0
          ? "记错了?回“撤销”。"
          : "记错了?回“撤销”,或说“改时间 昨天”。"
        : soon(`告诉${reply.for}代表,请本人确认。`),
    ].join("\n"),
    choices: [],
    ...(number === undefined ? {} : { number }),
  };
}

const when = ({ date, end }: FiledRecord): string =>
  end === undefined ? day(date) : `${day(date)}至${day(end)}`;

const opinionsNamed = (opinions: readonly FiledOpinion[]): string[] =>
  opinions.map((one) => `${one.number} ${OPINION_CATEGORIES[one.category]}:${short(one.text, 24)}`);

const recordsInSum = (records: readonly FiledRecord[]): string[] =>
  records.length === 0
    ? []
    : [
        `履职${records.length}条 ${numberList(records.map((one) => one.number))}`,
        inSum(records.map((one) => DUTY_KINDS[one.kind].name)),
      ];

const opinionsInSum = (opinions: readonly FiledOpinion[]): string[] =>
  opinions.length === 0
    ? []
    : [
        `意见${opinions.length}条 ${numberList(opinions.map((one) => one.number))}`,
        inSum(opinions.map((one) => OPINION_CATEGORIES[one.category])),
      ];

/** Opinions with their numbers: each in a line, or summed up where they are many. */
export const opinionLines = (opinions: readonly FiledOpinion[]): string[] =>
  opinions.length <= MOST_NAMED ? opinionsNamed(opinions) : opinionsInSum(opinions);

/** 走访群众13条、接待选民2条. */
function inSum(names: readonly string[]): string {
  const sums = new Map<string, number>();
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + 1);
  const shown = [...sums].slice(0, 4).map(([name, n]) => `${name}${n}条`);
  return `${shown.join("、")}${sums.size > shown.length ? "等" : ""}`;
}
