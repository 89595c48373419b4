import type { MarkedStatus } from "../requests/attendance.ts";
import { needed, optional, type RosterColumn } from "../roster/roster-sheets.ts";

/** What the column of what became of somebody may say. */
export const MINUTES_STATUS_NAMES = {
  到会: "present",
  迟到: "late",
  早退: "left_early",
  请假: "leave",
  缺席: "absent",
} as const satisfies Record<string, MarkedStatus>;

/** The one list of columns of a list of who was there for how long. */
export const MINUTES_SHEETS = {
  minutes: {
    name: "到会时间",
    columns: {
      name: needed("姓名"),
      code: optional("编号"),
      minutes: optional("到会分钟"),
      status: optional("情况"),
      activity: optional("活动编号"),
      held: optional("总分钟"),
    },
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }
>;
