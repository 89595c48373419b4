/** Kinds of organised activities, with their names for people. */
export const ACTIVITY_KINDS = {
  group_activity: "代表小组活动",
  inspection: "视察",
  thematic_research: "专题调研",
  law_inspection: "执法检查",
  work_appraisal: "工作评议",
  training: "学习培训",
  reception: "接待选民日",
  congress_session: "人代会会议",
  other: "其他活动",
} as const satisfies Record<string, string>;

/** The kind of an activity that stands alone; a congress session is one and has sittings. */
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Kinds of sittings within a congress session. */
export const SITTING_KINDS = {
  plenary_sitting: "全体会议",
  preparatory_sitting: "预备会议",
  delegation_sitting: "代表团会议",
  panel_sitting: "小组会议",
} as const satisfies Record<string, string>;

/** The kind of one sitting of a congress session. */
export type SittingKind = keyof typeof SITTING_KINDS;

/** All that a deputy can be absent from. */
export type AttendedKind = ActivityKind | SittingKind;

/** True for a sitting of a congress session, false for everything that stands alone. */
export const isSitting = (kind: AttendedKind): kind is SittingKind => Object.hasOwn(SITTING_KINDS, kind);

/** True for what belongs to a kind of meeting that is asked about: to the congress its sittings, too. */
export const isOfMeeting = (kind: string, asked: AttendedKind): boolean =>
  kind === asked || (asked === "congress_session" && Object.hasOwn(SITTING_KINDS, kind));

/** What became of a deputy at an activity. `expected` until staff says otherwise. */
export const ATTENDANCE_STATUSES = {
  expected: "待登记",
  present: "到会",
  late: "迟到",
  left_early: "早退",
  leave: "请假",
  absent: "缺席",
} as const satisfies Record<string, string>;

/** What became of a deputy at an activity. */
export type AttendanceStatus = keyof typeof ATTENDANCE_STATUSES;

export const LEAVE_STATES = ["pending", "approved", "refused", "withdrawn"] as const;

/** Where a request for leave stands; `approved` and `refused` are people's decisions. */
export type LeaveState = (typeof LEAVE_STATES)[number];
