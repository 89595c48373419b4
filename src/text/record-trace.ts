import { COUNT_UNITS, type Counts, isCountUnit } from "#src/domain/count-unit.ts";
import { isDay } from "#src/domain/day.ts";
import { DUTY_KINDS, isDutyKind } from "#src/domain/duty-kind.ts";
import type { RecordChange, RecordView } from "#src/domain/requests/record.ts";
import { counts, dateWords, day, short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** As many messages' changes as are shown, the latest. */
const MOST = 5;

const FIELDS: Readonly<Record<string, string>> = {
  kind: "类型",
  date: "时间",
  end: "结束日期",
  time: "钟点",
  place: "地点",
  with: "同行",
  text: "内容",
};

/** What was changed in a record: when, by whom, and from what to what; all that one message changed is one line. */
export function traced(
  { number, name, own, kind, changes }: RecordView,
  trace: readonly RecordChange[],
): Rendered {
  const about = `${number} ${own ? "" : `${name} `}${DUTY_KINDS[kind].name}`;
  if (trace.length === 0) return { ...words(`${about}没有改过。`), number };
  const messages = inMessages(trace);
  return {
    ...words(
      `${about}改过${changes}次:`,
      messages.length > MOST && `(前面还有${messages.length - MOST}次)`,
      ...messages.slice(-MOST).map(line),
      `现在怎么写的,请说:${number}`,
    ),
    number,
  };
}

type Message = readonly [RecordChange, ...RecordChange[]];

function inMessages(trace: readonly RecordChange[]): readonly Message[] {
  const messages: Message[] = [];
  for (const change of trace) {
    const last = messages.at(-1);
    const isSame = last?.[0].at === change.at;
    if (last !== undefined && isSame) messages[messages.length - 1] = [...last, change];
    else messages.push([change]);
  }
  return messages;
}

const line = (message: Message): string =>
  `${dateWords(message[0].on)} ${message[0].time} ${message[0].by}:${message.map(changeWords).join(";")}`;

function changeWords({ field, before, after }: RecordChange): string {
  if (field === "uncounted")
    return after === "all" || after === null || !isCountUnit(after)
      ? `${counts(countsIn(before)) || "数量"}→不写`
      : `${amount(countsIn(before), after)}→不写`;
  if (isCountUnit(field)) return `${amount(countsIn(before), field)}→${after ?? ""}${COUNT_UNITS[field]}`;
  return `${FIELDS[field] ?? field} ${valueWords(before)}→${valueWords(after)}`;
}

function amount(had: Counts, unit: keyof typeof COUNT_UNITS): string {
  const value = had[unit];
  return value === undefined ? `没写${COUNT_UNITS[unit]}数` : counts({ [unit]: value });
}

function valueWords(value: string | null): string {
  if (value === null || value === "") return "没写";
  if (isDutyKind(value)) return DUTY_KINDS[value].name;
  return isDay(value) ? day(value) : short(value, 16);
}

// As it was kept: all amounts before the change.
function countsIn(kept: string | null): Counts {
  if (kept === null || !kept.startsWith("{")) return {};
  const held: unknown = JSON.parse(kept);
  const entries = typeof held === "object" && held !== null ? Object.entries(held) : [];
  return Object.fromEntries(
    entries.filter(([unit, value]) => isCountUnit(unit) && typeof value === "number"),
  ) satisfies Counts;
}
