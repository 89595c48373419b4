import { ACTIVITY_KINDS, type ActivityKind, SITTING_KINDS, type SittingKind } from "../activity.ts";
import { downwards, needed, optional, type RosterColumn } from "../roster/roster-sheets.ts";

type PlannedKind = Exclude<ActivityKind, "congress_session">;

const { congress_session: _, ...PLANNED } = ACTIVITY_KINDS;

const byName = Object.fromEntries(Object.entries(PLANNED).map(([kind, name]) => [name, kind])) as Readonly<
  Record<string, PlannedKind>
>;

/** What the column of kinds may say. A congress session has sittings, and a sheet of its own. */
export const PLAN_KIND_NAMES: Readonly<Record<string, PlannedKind>> = {
  ...byName,
  小组活动: "group_activity",
  调研: "thematic_research",
  评议: "work_appraisal",
  培训: "training",
  学习: "training",
  接待日: "reception",
};

/** What the kind of a sitting may be called. */
export const SITTING_KIND_NAMES: Readonly<Record<string, SittingKind>> = {
  ...(Object.fromEntries(Object.entries(SITTING_KINDS).map(([kind, name]) => [name, kind])) as Record<
    string,
    SittingKind
  >),
  预备会: "preparatory_sitting",
  大会: "plenary_sitting",
  代表团会: "delegation_sitting",
  分组会议: "panel_sitting",
};

/** The one list of columns of a yearly plan: the template, the reader and what explains them follow it. */
export const PLAN_SHEETS = {
  plan: {
    name: "年度计划",
    columns: {
      number: needed("序号"),
      org: downwards(needed("单位")),
      kind: downwards(needed("类型")),
      when: downwards(needed("日期")),
      time: downwards(optional("时间")),
      place: downwards(optional("地点")),
      content: downwards(optional("内容")),
    },
  },
  /** One row a sitting; the sheet may be away. */
  sessions: {
    name: "人代会",
    columns: {
      number: downwards(needed("序号")),
      org: downwards(needed("单位")),
      title: downwards(needed("会议名称")),
      sitting: needed("第几次会"),
      kind: needed("会议类型"),
      on: downwards(needed("日期")),
      time: needed("时间"),
      place: downwards(optional("地点")),
    },
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly columns: Readonly<Record<string, RosterColumn>> }
>;
