import type { RecordLine } from "#src/domain/figures/figure-view.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { Verified, VerifyNews, VerifyOutcome, VerifyRefusal } from "#src/domain/requests/verify.ts";
import { assertNever } from "#src/kernel/never.ts";
import { byRoom } from "./by-room.ts";
import { amounts, kindName } from "./figure-words.ts";
import { dateWords, day, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { soon } from "./soon.ts";

type Told<O> = O extends { readonly of: infer K } ? Omit<O, "of"> & { readonly kind: K } : never;

/** Everything that is said about verifying records. */
export type VerifyReply =
  | Told<Exclude<VerifyOutcome, { of: "verify.marked" }>>
  | ({ readonly kind: "verify.marked" } & Verified)
  | VerifyNews
  | {
      readonly kind: "verify.refused";
      readonly why: VerifyRefusal | "no-number" | "not-read" | "no-reason-all";
    };

/** Puts into words what became of records that staff looked at. */
export function renderVerify(reply: VerifyReply): Rendered {
  switch (reply.kind) {
    case "verify.marked":
      return marked(reply);
    case "verify.none":
      return words("没有等您核实的记录。", "看全部要办的事,请说:待办");
    case "verify.which":
      return which(reply);
    case "verify.returned":
      return {
        ...words(
          `已退回 ${reply.record.number}(${reply.name},${DUTY_KINDS[reply.record.kind].name})`,
          `理由:${short(reply.reason, 60)}`,
          soon("告诉本人;改好之前不计入。"),
        ),
        number: reply.record.number,
      };
    case "verify.returned-all":
      return returnedAll(reply);
    case "verify.back-already":
      return words(
        `${reply.by ?? "别的工作人员"}已经退回了 ${reply.record.number},没有再退。`,
        "在等代表改正,改好会再请您核实。",
      );
    case "verify.came-back":
      return {
        ...words(
          `${reply.by}退回了 ${reply.record.number}:`,
          `${DUTY_KINDS[reply.record.kind].name},${day(reply.record.date)}`,
          `理由:${short(reply.reason, 80)}`,
          `改好请说:改 ${reply.record.number} 时间 昨天;不要了请说:撤销 ${reply.record.number}`,
        ),
        number: reply.record.number,
      };
    case "verify.refused":
      return words(...REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const returnedAll = ({
  done,
  left,
  reason,
}: Extract<VerifyReply, { kind: "verify.returned-all" }>): Rendered =>
  words(
    done.length === 0 ? "没有退回任何一条。" : `已退回${done.length}条:${done.join("、")}`,
    done.length > 0 && `理由:${short(reason, 60)}`,
    left.length > 0 && `没有找到、刚才有改动、已退回或与您本人有关,没有退:${some(left)}`,
    done.length > 0 && soon("逐条告诉本人;改好之前不计入。"),
  );

const some = (numbers: readonly string[]): string =>
  numbers.slice(0, 3).join("、") + (numbers.length > 3 ? `等${numbers.length}条` : "");

/** What became of records that were to be verified, each fate in a line. */
export const markedLines = (fates: Verified): (string | false)[] => [
  fates.one !== null && `已核实 ${recordToVerify(fates.one)}`,
  fates.one === null &&
    (fates.done.length > 0
      ? `已核实${fates.done.length}条${byRoom(`:${some(fates.done)}`, `:${some(fates.done)}`, "")}`
      : "没有核实任何一条。"),
  fates.already.length > 0 && `${fates.alreadyBy.join("、") || "早"}已核实过:${some(fates.already)}`,
  fates.changed.length > 0 && `刚才有改动,没有核实,请再看:${some(fates.changed)}`,
  fates.own.length > 0 && `与您本人有关,要请别人核实:${some(fates.own)}`,
  fates.waiting.length > 0 && `代记的,还在等代表本人确认:${some(fates.waiting)}`,
  fates.unknown.length > 0 && `没有找到或已撤销、退回:${some(fates.unknown)}`,
];

const marked = (fates: Extract<VerifyReply, { kind: "verify.marked" }>): Rendered =>
  words(...markedLines(fates), fates.one !== null && `不属实,说:退回 ${fates.one.number} 理由`);

/** A record as staff look at it: 履-2026-00012 李明 走访群众 9月15日 12户 附件2个. Eight of them are one card. */
export const recordToVerify = ({ number, name, kind, date, counts, files }: RecordLine): string => {
  const sums = amounts(counts, 1);
  return [
    `${number} ${name} ${kindName(kind)} ${dateWords(date)}`,
    sums === "" ? "" : byRoom(` ${sums}`, ` ${sums}`, ` ${sums}`, ""),
    files > 0 ? byRoom(` 附件${files}个`, "") : "",
  ].join("");
};

const REFUSED = {
  "no-reason": ["退回要写明理由,还没有退回。", "比如:退回 履-2026-00012 日期不对"],
  "no-reason-all": ["退回要写明理由,还没有退回。", "比如:退回 全部 〔镇〕 本月 理由 日期不对"],
  "own-record": ["这条与您本人有关,要请别的工作人员处理。"],
  "no-number": [
    "没说是哪一条。",
    "请带上编号,比如:退回 履-2026-00012 日期不对",
    "一起退,请说:退回 全部 〔镇〕 本月 理由 日期不对",
  ],
  "not-read": ["没看懂要核实哪些。", "比如:核实 履-2026-00012,或:核实 全部 〔镇〕 本月"],
} as const satisfies Record<VerifyRefusal | "no-number" | "not-read" | "no-reason-all", readonly string[]>;

// Each tap sends that one back, after it was shown with its reason.
const which = ({ records, left, reason }: Extract<VerifyReply, { kind: "verify.which" }>): Rendered => ({
  ...words(
    `${records[0]?.name ?? ""}代表待核实的有${records.length + left}条,退回哪一条?还没有退。`,
    ...records.map((one) =>
      [one.number, kindName(one.kind), day(one.date), amounts(one.counts, 1), short(one.place ?? "", 6)]
        .filter((part) => part !== "")
        .join(" "),
    ),
    left > 0 && `还有${left}条,说编号和理由:退回 履-2026-00012 理由`,
  ),
  choices: records.map(({ number }) => says(`退回 ${number}`, `退回 ${number} ${reason}`)),
});
