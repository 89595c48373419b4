import { COUNT_UNITS } from "../count-unit.ts";
import { DUTY_KINDS, type DutyKind } from "../duty-kind.ts";
import { rosterColumn } from "./roster-sheets.ts";

/** Kinds of duty by the names people know. */
export const DUTY_KIND_NAMES: Readonly<Record<string, DutyKind>> = Object.fromEntries(
  (Object.keys(DUTY_KINDS) as DutyKind[]).map((kind) => [DUTY_KINDS[kind].name, kind]),
);

const WHO_ABOUT = "同名的人填一样就能分清:编号、电话、镇街";

/** The sheet of records of earlier years: the template, the reader and the explanations all come from it. */
export const RECORD_SHEETS = {
  records: {
    name: "履职记录",
    columns: {
      name: rosterColumn("姓名", true, "名册里的姓名", "李明"),
      code: rosterColumn("编号", false, WHO_ABOUT, "D001"),
      phone: rosterColumn("电话", false, WHO_ABOUT, ""),
      township: rosterColumn("镇街", false, WHO_ABOUT, "羊昌镇"),
      kind: rosterColumn("类型", true, `填其中一个:${Object.keys(DUTY_KIND_NAMES).join("、")}`, "走访群众"),
      date: rosterColumn("日期", true, "年-月-日;那天要在任职期间", "2025-05-12"),
      end: rosterColumn("结束日期", false, "做了几天的才填,含当天", ""),
      place: rosterColumn("地点", false, "村、社区或单位", "黄连村"),
      counts: rosterColumn(
        "数量",
        false,
        `数字加单位,几样用顿号隔开;单位:${Object.values(COUNT_UNITS).join("、")}`,
        "12户、30人次",
      ),
      text: rosterColumn("内容", true, "做了什么,一两句话,不写群众的电话和身份证号", "走访黄连村12户"),
    },
  },
} as const;
