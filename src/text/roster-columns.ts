import { COUNT_UNITS } from "#src/domain/count-unit.ts";
import { DUTY_KIND_NAMES, type RECORD_SHEETS } from "#src/domain/roster/record-sheet.ts";
import {
  LEVEL_NAMES,
  MANDATE_STATUS_NAMES,
  ORG_KIND_NAMES,
  type ROSTER_SHEETS,
  STAFF_ROLE_NAMES,
} from "#src/domain/roster/roster-sheets.ts";

/** How a column is filled in, and an example that would be taken; empty where most rows leave it empty. */
export type ColumnWords = readonly [about: string, example: string];

type Tables = Readonly<Record<string, { readonly columns: object }>>;
/** Words for every column of every sheet. */
export type WordsOf<T extends Tables> = {
  readonly [S in keyof T]: { readonly [C in keyof T[S]["columns"]]: ColumnWords };
};

const oneOf = (names: object): string => `填其中一个:${Object.keys(names).join("、")}`;

const PHONE = "手机或座机;同名的人没有编号时用它区分,只用来认人";
const NUMBER = "本单位自己的编号;同名的人必须填,其他人可以不填";
const NAME = "身份证上的姓名";
const ORG = "机构表里的名称";

/** What belongs in each column of the roster. */
export const ROSTER_COLUMN_WORDS: WordsOf<typeof ROSTER_SHEETS> = {
  orgs: {
    name: ["全称,不要重名", "羊昌镇"],
    kind: [oneOf(ORG_KIND_NAMES), "镇街"],
    parent: ["上级机构的名称;最上一级不填", "乌当区"],
    code: ["有就填", "520112102"],
  },
  mandates: {
    name: [NAME, "李明"],
    code: [NUMBER, "D001"],
    phone: [PHONE, "13800000000"],
    level: [oneOf(LEVEL_NAMES), "区"],
    term: ["第几届", "十八届"],
    constituency: ["选区名称", "第12选区"],
    group: [ORG, "羊昌镇代表小组"],
    township: [ORG, "羊昌镇"],
    station: [ORG, "羊昌镇联络站"],
    from: ["年-月-日;一届之内调动的,每一段写一行", "2021-12-20"],
    to: ["年-月-日,含当天;还在任的,定了届满的日子就填,没定不填;辞职、终止、调走的必须填", ""],
    status: [oneOf(MANDATE_STATUS_NAMES), "在任"],
    suspendedFrom: ["年-月-日;依法暂停执行代表职务的才填;调动了的,填在开始暂停的那一段", ""],
    suspendedTo: ["年-月-日,含当天;恢复以后填", ""],
  },
  staff: {
    name: [NAME, "刘敏"],
    code: [NUMBER, ""],
    phone: [PHONE, ""],
    role: [oneOf(STAFF_ROLE_NAMES), "镇街人大工作人员"],
    org: [`${ORG};管它和它下面的`, "羊昌镇"],
    from: ["年-月-日", "2022-01-01"],
    to: ["年-月-日,含当天", ""],
  },
};

const WHO = "同名的人填一样就能分清:编号、电话、镇街";

/** What belongs in each column of the records of earlier years. */
export const RECORD_COLUMN_WORDS: WordsOf<typeof RECORD_SHEETS> = {
  records: {
    name: ["名册里的姓名", "李明"],
    code: [WHO, "D001"],
    phone: [WHO, ""],
    township: [WHO, "羊昌镇"],
    kind: [oneOf(DUTY_KIND_NAMES), "走访群众"],
    date: ["年-月-日;那天要在任职期间", "2025-05-12"],
    end: ["做了几天的才填,含当天", ""],
    place: ["村、社区或单位", "黄连村"],
    counts: [`数字加单位,几样用顿号隔开;单位:${Object.values(COUNT_UNITS).join("、")}`, "12户、30人次"],
    text: ["做了什么,一两句话,不写群众的电话和身份证号", "走访黄连村12户"],
  },
};
