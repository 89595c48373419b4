import { type MINUTES_SHEETS, MINUTES_STATUS_NAMES } from "#src/domain/attendance/minutes-sheet.ts";
import type { WordsOf } from "./roster-columns.ts";

/** What belongs in each column of a list of who was there for how long. */
export const MINUTES_COLUMN_WORDS: WordsOf<typeof MINUTES_SHEETS> = {
  minutes: {
    name: ["名单里的姓名", "李明"],
    code: ["同名的人填编号", "D001"],
    minutes: ["到会多少分钟", "90"],
    status: [`没有分钟数的填其中一个:${Object.keys(MINUTES_STATUS_NAMES).join("、")}`, "请假"],
    activity: ["第一行填就行", "活-2026-017"],
    held: ["一共开了多少分钟;第一行填就行", "90"],
  },
};

/** The empty list as a file. */
export const MINUTES_FILE = {
  name: "到会时间模板.xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
