import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { ReopenNews, ReopenOutcome, ReopenQuestion } from "#src/domain/requests/reopen.ts";
import type { FiledRecord } from "#src/domain/requests/report.ts";
import { assertNever } from "#src/kernel/never.ts";
import { activityLine } from "./activity-words.ts";
import { filingLine } from "./filing-line.ts";
import { day, short } from "./format.ts";
import { numberList } from "./number-list.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";
import { toldWords } from "./told-words.ts";

type Told<O> = O extends { readonly of: infer K } ? Omit<O, "of"> & { readonly kind: K } : never;

/** What is said of records that do not stand, and about which their deputy has spoken. */
export type ReopenReply = Told<ReopenOutcome> | ReopenNews;

type Question<K> = Extract<ReopenQuestion, { readonly kind: K }>;

const about = ({ number, kind, date }: FiledRecord): string =>
  `${number} ${DUTY_KINDS[kind].name} ${day(date)}`;

/** Puts into words what became of such a record. */
export function renderReopen(reply: ReopenReply): Rendered {
  switch (reply.kind) {
    case "reopen.explained":
      return {
        ...words(
          `好的,${reply.record.number} ${reply.words === "" ? "" : "连同您的说明"}交回核实。`,
          soon("告诉工作人员。"),
          `有照片直接发来,再说:附到 ${reply.record.number}`,
        ),
        number: reply.record.number,
      };
    case "reopen.which":
      return {
        ...words("说的是退回来的哪一条?点一下:", ...reply.filings.map(filingLine)),
        choices: reply.filings.map(({ number }) =>
          says(`说明 ${number}`, reply.words === "" ? `${number} 重新交` : `说明 ${number} ${reply.words}`),
        ),
      };
    case "reopen.restored":
      return words(
        `已恢复:${numberList(reply.numbers)}`,
        reply.returned.length > 0
          ? `${numberList(reply.returned)}原来是退回的,改好再算。`
          : "又计入您的履职,留有记录。",
        reply.late === true && soon("告诉镇街工作人员。"),
      );
    case "reopen.told":
      return explained(reply);
    default:
      return assertNever(reply);
  }
}

const explained = ({ record, by, reason, words: said }: ReopenNews): Rendered => ({
  ...words(
    `${by}代表对退回的 ${record.number} 作了说明:`,
    `${DUTY_KINDS[record.kind].name},${day(record.date)}`,
    reason !== "" && `退回理由:${short(reason, 50)}`,
    said === "" ? "本人说改好了,请再看。" : `本人说:“${short(said, 100)}”`,
    `请再核实;还不属实,说:退回 ${record.number} 理由`,
  ),
  choices: [says("核实", `核实 ${record.number}`), says("看这一条", record.number)],
  number: record.number,
});

/** Shows a record that would go back to staff, with why it came and what its deputy says of it. */
export const explainLines = ({ record, reason, words: said }: Question<"sure.explain">) => [
  said === "" ? "把这条交回核实,对吗?" : "把这条连同您的说明交回核实,对吗?",
  about(record),
  reason !== "" && `退回理由:${short(reason, 50)}`,
  said !== "" && `您的说明:“${short(said, 100)}”`,
  "写错了要改的,请先说,比如:改 " + record.number + " 时间 昨天",
];

/** Shows what would stand again. */
export const restoreLines = ({ records, opinions, twins, away }: Question<"sure.restore">) => [
  "要恢复撤销的这条吗?",
  ...records.map((one) => `${one.number} ${toldWords(one, DUTY_KINDS[one.kind].name)}`),
  opinions.length > 0 && `一起恢复的意见:${numberList(opinions)}`,
  twins.length > 0 && `注意:好像已经有一样的 ${numberList(twins)},恢复了会有两条。`,
  ...(away === undefined ? [] : awayLines(away)),
];

const awayLines = ({ activity, status }: NonNullable<Question<"sure.restore">["away"]>): string[] => [
  `注意:${activityLine(activity)},登记的是:${ATTENDANCE_STATUSES[status]}`,
  `是这次,就不用恢复;登记错了,请说:异议 ${activity.number} 我到了`,
];
