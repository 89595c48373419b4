import type { OrgKind } from "../org.ts";
import type { MandateStatus, StaffRole } from "../person.ts";

/** A column of a roster sheet: its head, whether it must be filled, and what belongs in it. */
export type RosterColumn = {
  readonly head: string;
  readonly required: boolean;
  readonly about: string;
  readonly example: string;
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

/** A column by its head, with how to fill it in. */
export const rosterColumn = (
  head: string,
  required: boolean,
  about: string,
  example: string,
): RosterColumn => ({ head, required, about, example });
const column = rosterColumn;
const oneOf = (names: object): string => `填其中一个:${Object.keys(names).join("、")}`;
const PHONE_ABOUT = "手机或座机;同名的人没有编号时用它区分,只用来认人";
const NUMBER_ABOUT = "本单位自己的编号;同名的人必须填,其他人可以不填";

/** The one list of sheets and columns: the template, the reader and the explanations all come from it. */
export const ROSTER_SHEETS = {
  orgs: {
    name: "机构",
    columns: {
      name: column("名称", true, "全称,不要重名", "羊昌镇"),
      kind: column("类型", true, oneOf(ORG_KIND_NAMES), "镇街"),
      parent: column("上级", false, "上级机构的名称;最上一级不填", "乌当区"),
      code: column("区划代码", false, "有就填", "520112102"),
    },
  },
  mandates: {
    name: "代表",
    columns: {
      name: column("姓名", true, "身份证上的姓名", "李明"),
      code: column("编号", false, NUMBER_ABOUT, "D001"),
      phone: column("电话", false, PHONE_ABOUT, "13800000000"),
      level: column("层级", true, oneOf(LEVEL_NAMES), "区"),
      term: column("届", true, "第几届", "十八届"),
      constituency: column("选区", false, "选区名称", "第12选区"),
      group: column("代表小组", false, "机构表里的名称", "羊昌镇代表小组"),
      township: column("镇街", false, "机构表里的名称", "羊昌镇"),
      station: column("联络站", false, "机构表里的名称", "羊昌镇联络站"),
      from: column("任职起", true, "年-月-日;一届之内调动的,每一段写一行", "2021-12-20"),
      to: column("任职止", false, "年-月-日,含当天;还在任不填,辞职、终止、调走的必须填", ""),
      status: column("状态", true, oneOf(MANDATE_STATUS_NAMES), "在任"),
      suspendedFrom: column("暂停起", false, "年-月-日;依法暂停执行代表职务的才填", ""),
      suspendedTo: column("暂停止", false, "年-月-日,含当天;恢复以后填", ""),
    },
  },
  staff: {
    name: "工作人员",
    columns: {
      name: column("姓名", true, "身份证上的姓名", "刘敏"),
      code: column("编号", false, NUMBER_ABOUT, ""),
      phone: column("电话", false, PHONE_ABOUT, ""),
      role: column("角色", true, oneOf(STAFF_ROLE_NAMES), "镇街人大工作人员"),
      org: column("所在机构", true, "机构表里的名称;管它和它下面的", "羊昌镇"),
      from: column("起", true, "年-月-日", "2022-01-01"),
      to: column("止", false, "年-月-日,含当天", ""),
    },
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }
>;
