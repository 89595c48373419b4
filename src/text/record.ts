import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import type { RecordChange, RecordView } from "#src/domain/requests/record.ts";
import { counts, day, short } from "./format.ts";
import { traced } from "./record-trace.ts";
import { type Rendered, says, words } from "./rendered.ts";

/** What is said when a record is shown. */
export type RecordReply = {
  readonly kind: "record.shown";
  readonly view: RecordView;
  /** What was changed in it is asked, and not what it says. */
  readonly trace?: readonly RecordChange[];
};

const STATES = {
  confirmed: "待核实",
  verified: "已核实",
  returned: "已退回,改好再算",
  withdrawn: "已撤销",
} as const satisfies Record<RecordView["state"], string>;

const SAID = { named: "还没回", confirmed: "已确认", declined: "说不在" } as const;

/** Puts one record into words, with its files. */
export function renderRecord({ view, trace }: RecordReply): Rendered {
  if (trace !== undefined) return traced(view, trace);
  const { number, name, kind, companions, files, changes, own } = view;
  const state = view.waiting ? "等代表本人确认" : STATES[view.state];
  return {
    ...words(
      `${number} ${own ? "" : `${name} `}${DUTY_KINDS[kind].name}(${state})`,
      whereAndWhen(view),
      view.text !== "" && `“${short(view.text, 80)}”`,
      companions.length > 0 &&
        `同行:${short(companions.map((one) => `${one.name}(${SAID[one.state]})`).join("、"), 60)}`,
      typeof view.explained === "string" &&
        (view.explained === "" ? "退回后本人又交来了。" : `本人说明:“${short(view.explained, 80)}”`),
      files.length > 0 && `附件${files.length}个`,
      changes > 0 && `改过${changes}次;看改动请说:${number} 改过什么`,
      hint(view),
    ),
    choices: own || view.state !== "confirmed" || view.waiting ? [] : [says("核实", `核实 ${number}`)],
    files,
    number,
  };
}

function whereAndWhen({ date, end, time, place, counts: had, approx }: RecordView): string {
  const until = end === date ? "" : `至${day(end)}`;
  const when = `${day(date)}${until}${time === null ? "" : ` ${time}`}`;
  return [when, place ?? "", counts(had, approx)].filter((one) => one !== "").join(",");
}

function hint({ own, state, number }: RecordView): string | false {
  if (state === "withdrawn") return false;
  if (!own) return state === "returned" ? false : `不属实请说:退回 ${number} 理由`;
  return state === "verified" ? false : `要改请说:改 ${number} 时间 昨天`;
}
