/** Classes of reasons for leave, with the words shown to people. On foreign channels the class is never shown. */
export const LEAVE_REASONS = {
  official_meeting: "公务会议",
  business_trip: "出差",
  illness: "生病",
  family: "家事",
  work_shift: "单位值班",
  farm_season: "农忙",
  abroad: "出国出境",
  other: "其他",
} as const satisfies Record<string, string>;

/** The class of a reason for leave. */
export type LeaveReason = keyof typeof LEAVE_REASONS;
