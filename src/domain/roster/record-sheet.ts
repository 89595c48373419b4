import { DUTY_KINDS, type DutyKind } from "../duty-kind.ts";
import { needed, optional } from "./roster-sheets.ts";

/** Kinds of duty by the names people know. */
export const DUTY_KIND_NAMES: Readonly<Record<string, DutyKind>> = Object.fromEntries(
  (Object.keys(DUTY_KINDS) as DutyKind[]).map((kind) => [DUTY_KINDS[kind].name, kind]),
);

/** The sheet of records of earlier years: the template, the reader and what explains them all follow it. */
export const RECORD_SHEETS = {
  records: {
    name: "履职记录",
    columns: {
      name: needed("姓名"),
      code: optional("编号"),
      phone: optional("电话"),
      township: optional("镇街"),
      kind: needed("类型"),
      date: needed("日期"),
      end: optional("结束日期"),
      place: optional("地点"),
      counts: optional("数量"),
      text: needed("内容"),
    },
  },
} as const;
