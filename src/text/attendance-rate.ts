import type { AttendanceTally } from "#src/domain/figures/attendance-view.ts";

/** 87.5%: one decimal at most. */
const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 1000) / 10}%`;

/** 应到9次:到会7、请假1(1次等批)、缺席1; `unit` is what one of them is called. */
export const attendanceWords = (
  { expected, present, leave, waiting, absent }: AttendanceTally,
  unit: string,
): string =>
  `应到${expected}${unit}:到会${present}、请假${leave}${waiting > 0 ? `(${waiting}${unit}等批)` : ""}、缺席${absent}`;

/** 出勤率87.5%(到会7÷应到8): leave is in neither; nothing where nobody was expected but on leave. */
export function rateWords({ expected, present, leave }: AttendanceTally): string | false {
  const of = expected - leave;
  if (of === 0) return false;
  const without = leave === 0 ? "" : `,请假${leave}不算在内`;
  return `出勤率${percent(present, of)}(到会${present}÷应到${of}${without})`;
}

/** How it is worked out, for 为什么. */
export const RATE_RULE = "出勤率=到会÷(应到-请假)。应到:在任期间、通知到本人、已定稿的;人代会按逐次会议算。";
