import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import { COUNT_UNITS, isCountUnit } from "#src/domain/count-unit.ts";
import { DUTY_KINDS, isDutyKind } from "#src/domain/duty-kind.ts";
import type { Change } from "#src/domain/requests/amendment.ts";
import type { SureQuestion } from "#src/domain/sure-question.ts";
import { activityLine } from "./activity-words.ts";
import { byRoom } from "./by-room.ts";
import { counts, day, short } from "./format.ts";
import { each } from "./report-amended.ts";
import { explainLines, restoreLines } from "./reopen.ts";
import { type Told, toldWords } from "./told-words.ts";
import { recordToVerify } from "./verify.ts";

const KINDS = [
  "sure.return",
  "sure.return-all",
  "sure.amend",
  "sure.similar",
  "sure.away",
  "sure.together",
  "sure.joined",
  "sure.edit",
  "sure.submit-again",
  "sure.explain",
  "sure.restore",
] as const;

type Question<K> = Extract<SureQuestion, { readonly kind: K }>;

/** What wants a yes before a filed record is touched, or one more is filed. */
export type RecordQuestion = Question<(typeof KINDS)[number]>;

/** True for a question about filed records. */
export const isRecordQuestion = <T extends { readonly kind: string }>(
  reply: T,
): reply is Extract<T, { readonly kind: RecordQuestion["kind"] }> =>
  KINDS.some((kind) => kind === reply.kind);

/** The words of such a question, of its yes, and of what else may be meant. */
export function recordQuestion(question: RecordQuestion): {
  readonly yes: string;
  readonly lines: readonly (string | false)[];
  readonly other?: string;
} {
  switch (question.kind) {
    case "sure.return":
      return { yes: "对,退回", lines: returnLines(question) };
    case "sure.return-all":
      return { yes: `对,退回这${question.records.length}条`, lines: returnAllLines(question) };
    case "sure.amend":
      return { yes: "对,改这条", lines: amendLines(question) };
    case "sure.similar":
      return { yes: "是另一次,再记一条", lines: similarLines(question) };
    case "sure.away":
      return { yes: "是另一次,记下来", lines: awayLines(question) };
    case "sure.together":
      return { yes: "对,就是那次", lines: togetherLines(question), other: "不是,另记一条" };
    case "sure.joined":
      return { yes: "对,同一次", lines: joinedLines(question), other: "不是,是另一次" };
    case "sure.edit":
      return { yes: "对,改", lines: editLines(question) };
    case "sure.explain":
      return { yes: "对,交回", lines: explainLines(question) };
    case "sure.restore":
      return { yes: "对,恢复", lines: restoreLines(question) };
    case "sure.submit-again":
      return { yes: "是另一件,再提", lines: submittedLines(question) };
  }
}

const returnLines = ({ record, reason, moved }: Question<"sure.return">) => [
  moved && "刚才有改动,请按现在的再看一遍:",
  `要退回吗?${recordToVerify(record)}`,
  `理由:${short(reason, 80)}`,
  "会告诉本人;改好之前不计入。",
  record.unconfirmed && `是您代记时记错的,不用退:说“撤销 ${record.number}”,再把对的说一遍。`,
];

const returnAllLines = ({ records, reason, left, without }: Question<"sure.return-all">) => [
  `这${records.length}条都退回吗?`,
  ...records.map((one) => recordToVerify(one)),
  byRoom(`理由都是:${short(reason, 60)}`, `理由都是:${short(reason, 60)}`, `理由都是:${short(reason, 20)}`),
  left > 0 && `只退回上面这${records.length}条,另外${left}条不动。`,
  without.length > 0 &&
    byRoom(
      `没有找到、已退回或与您本人有关,不退:${short(without.join("、"), 40)}`,
      `没有找到、已退回或与您本人有关,不退:${short(without.join("、"), 40)}`,
      `${without.length}条没有找到、已退回或与您本人有关,不退。`,
    ),
  "会逐条告诉本人;改好之前不计入。",
];

const amendLines = ({ record, now, before }: Question<"sure.amend">) => [
  before === undefined && "最近那条已经核实,不能自己改了。",
  `${before === undefined ? "退回来的" : ""}这条要改吗?${record.number} ${DUTY_KINDS[record.kind].name} ${day(record.date)}`,
  before !== undefined && `原来:${counts(before) === "" ? "没有写数量" : counts(before)}`,
  `改成:${each(now).map(amendmentWords).join(",")}`,
];

function amendmentWords(now: Change): string {
  if (isCountUnit(now.field)) return counts({ [now.field]: now.value });
  switch (now.field) {
    case "uncounted":
      return now.value === "all" ? "不写数量" : `不写${COUNT_UNITS[now.value]}数`;
    case "date":
      return `${day(now.value)}${now.time === undefined ? "" : ` ${now.time}`}`;
    case "end":
      return `到${day(now.value)}`;
    case "kind":
      return isDutyKind(now.value) ? DUTY_KINDS[now.value].name : now.value;
    case "with":
      return `同行${now.more === true ? "加上" : ""}${short(now.value, 40)}`;
    case "text":
      return "刚才说的内容";
    default:
      return short(String(now.value), 30);
  }
}

const saidOf = (told: Told): string => toldWords(told, DUTY_KINDS[told.kind].name);

const similarLines = ({ records, others, opinions }: Question<"sure.similar">): string[] => [
  "这次好像已经记过了:",
  ...records
    .slice(0, 3)
    .map(({ by, ...one }) => `${one.number} ${saidOf(one)}${by === undefined ? "" : `(${by}代表记的,有您)`}`),
  ["同一次就不用再记", ...besideWords(others, opinions).map((words) => `${words}照样记下`)].join(";") + "。",
];

// What a no files all the same.
function besideWords(others = 0, opinions = 0): string[] {
  const told = [others > 0 && `其余${others}条`, opinions > 0 && `${opinions}条意见`].filter(
    (one) => one !== false,
  );
  return told.length === 0 ? [] : [told.join("和")];
}

const awayLines = ({ activity, status, of, others, opinions }: Question<"sure.away">): string[] => [
  `${of === undefined ? "您" : `${of}代表`}说的是不是这次?先没有记:`,
  `${activityLine(activity)},登记的是:${ATTENDANCE_STATUSES[status]}`,
  of === undefined
    ? `是这次、登记错了,请说:异议 ${activity.number} 我到了`
    : `是这次、登记错了,请说:改考勤 ${activity.number} ${of} 到会`,
  ...besideWords(others, opinions).map((words) => `点哪一个,${words}都照样记下。`),
];

const togetherLines = ({ record, by }: Question<"sure.together">): string[] => [
  `是不是${by}代表说的那次?`,
  `${record.number} ${saidOf(record)}`,
  "是同一次就算您一份,不另记;数字不一样的,过后再改您那份。",
];

const joinedLines = ({ record, by }: Question<"sure.joined">): string[] => [
  `跟${by}代表记的是同一次吗?`,
  `${record.number} ${saidOf(record)}`,
  "您这条都会记;是同一次,统计时只算一次。",
];

const editLines = ({ number, before, after, opinions }: Question<"sure.edit">): string[] => [
  `您改了原来那句话,${number} 也改成这样,对吗?`,
  `原来:${saidOf(before)}`,
  `改成:${saidOf(after)}`,
  ...(opinions === true ? ["已经登记的意见不跟着变;要补充,请另外说一句。"] : []),
];

const submittedLines = ({ number, title, motion, on }: Question<"sure.submit-again">): string[] => [
  `这件好像已经提过了:${number}(${day(on)})`,
  `“${short(title, 120)}”`,
  `还要再提一件吗?同一件${motion ? "议案" : "建议"}不用再提,办理和答复照常。`,
];
