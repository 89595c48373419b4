import type { OrgKind } from "../org.ts";
import type { MandateStatus, StaffRole } from "../person.ts";

/** A column of a roster sheet: its head, and whether it must be filled. What belongs in it, `src/text` explains. */
export type RosterColumn = {
  readonly head: string;
  readonly required: boolean;
  /** A merged cell says it for every row that it reaches down to. */
  readonly holdsDown?: true;
};

export const ORG_KIND_NAMES = {
  镇街: "township",
  代表小组: "deputy_group",
  联络站: "liaison_station",
  联络室: "liaison_room",
  承办单位: "handling_unit",
  区县: "district",
  村社区: "village",
} as const satisfies Record<string, OrgKind>;

export const LEVEL_NAMES = { 区: "district", 镇: "township" } as const;

export const MANDATE_STATUS_NAMES = {
  在任: "active",
  暂停: "suspended",
  辞职: "resigned",
  终止: "terminated",
} as const satisfies Record<string, MandateStatus>;

export const STAFF_ROLE_NAMES = {
  镇街人大主席: "township_chair",
  镇街人大工作人员: "township_clerk",
  联络站联络员: "station_clerk",
  代表小组组长: "group_leader",
  代表工委: "office",
  主任会议: "director",
  承办单位: "unit",
} as const satisfies Record<string, StaffRole>;

/** A column that must be filled, by its head. */
export const needed = (head: string): RosterColumn => ({ head, required: true });

/** A column that may be left empty or away, by its head. */
export const optional = (head: string): RosterColumn => ({ head, required: false });

/** A column whose merged cells hold for every row that they reach down to. */
export const downwards = (column: RosterColumn): RosterColumn => ({ ...column, holdsDown: true });

/** The one list of sheets and columns: the template, the reader and what explains them all follow it. */
export const ROSTER_SHEETS = {
  orgs: {
    name: "机构",
    columns: {
      name: needed("名称"),
      kind: needed("类型"),
      parent: optional("上级"),
      code: optional("区划代码"),
    },
  },
  mandates: {
    name: "代表",
    columns: {
      name: needed("姓名"),
      code: optional("编号"),
      phone: optional("电话"),
      level: needed("层级"),
      term: needed("届"),
      constituency: optional("选区"),
      group: optional("代表小组"),
      township: optional("镇街"),
      station: optional("联络站"),
      from: needed("任职起"),
      to: optional("任职止"),
      status: needed("状态"),
      suspendedFrom: optional("暂停起"),
      suspendedTo: optional("暂停止"),
    },
  },
  staff: {
    name: "工作人员",
    columns: {
      name: needed("姓名"),
      code: optional("编号"),
      phone: optional("电话"),
      role: needed("角色"),
      org: needed("所在机构"),
      from: needed("起"),
      to: optional("止"),
    },
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }
>;
