import type { AbsenceRefusal } from "#src/domain/requests/absence.ts";
import type { AttendanceRefusal } from "#src/domain/requests/attendance.ts";

/** Whatever of it was asked for. */
export type AttendanceRefused = AbsenceRefusal | AttendanceRefusal | AttendanceUnsaid;

type AttendanceUnsaid = "no-number" | "no-status";

/** Why nothing was done about registers, absences and objections, and how it is said so that it works. */
export const ATTENDANCE_REFUSED = {
  "no-number": ["请带上活动编号,还没有改动。", "比如:到会 活-2026-017 除李明外全到"],
  "no-status": ["没说改成什么,还没有改。", "比如:改考勤 活-2026-017 李明 到会(迟到、早退、请假、缺席)"],
  "attendance-nobody-named": ["没看懂谁到了谁没到,还没有登记。", "比如:除李明、王芳外全到"],
  "attendance-already-final": ["这场活动已经定稿,没有改动。", "要改,说:改考勤 活动编号 李明 到会"],
  "attendance-not-final": ["这场活动还没有定稿,直接重新登记就行。", "比如:到会 活-2026-017 除李明外全到"],
  "attendance-sittings-open": ["会期里还有没定稿的会,没有改动。", "先逐次登记、定稿,再定稿整个会议。"],
  "attendance-no-length": [
    "没说一共开了多长时间,还没有登记。",
    "比如:到会时间 活-2026-017 共90分钟 李明90 王芳50",
  ],
  "attendance-minutes-over": ["有人的到会时间比会还长,还没有登记。", "请核对分钟数,再说一遍。"],
  "attendance-decided": [
    "代表工委已对本人的异议作了决定,您这里不能改,没有改动。",
    "觉得登记有错,请告诉代表工委。",
  ],
  "attendance-none-on": [
    "那天没有您管的、还没定稿的活动,没有登记。",
    "说“定稿”看还没定稿的;已经定稿的要改,说:改考勤 活动编号 李明 到会",
    "开过、没在这里发过的,先补登,比如:补登活动 9月25日下午2点半 代表小组活动 地点镇政府",
  ],
  "attendance-none-begun": [
    "眼下没有您管的、已经开始还没定稿的活动,没有登记。",
    "请带上活动编号,比如:到会 活-2026-017 除李明外全到",
  ],
  "attendance-none-to-amend": [
    "没有找到要更正的那一场登记,没有改动。",
    "请带上活动编号,比如:改考勤 活-2026-017 李明 到会",
  ],
  "attendance-own": ["自己的考勤、异议不能自己办,没有改动。", "请另一位工作人员来办。"],
  "case-none": ["没有找到等您核查的线索。", "请核对姓名,比如:已核查 李明 属公务冲突,已补假"],
  "case-no-words": ["请写明核查结果,还没有记下。", "比如:已核查 李明 属公务冲突,已补假"],
  "objection-nothing": [
    "眼下没有发给您的缺席提醒,不用提异议。",
    "收到了提醒、登记不对,请说:异议 当天我在会场",
    "登记有错、请假没批、记录被退回,也可以联系镇街人大工作人员。",
  ],
  "told-none": [
    "没有找到这个人这场活动的缺席提醒,还没有记下。",
    "请核对编号和姓名,比如:已告知 活-2026-017 李明 电话",
  ],
  "told-which": ["请写明告知谁、哪场活动的缺席,还没有记下。", "比如:已告知 活-2026-017 李明 电话"],
  "told-wrong-day": [
    "告知的日子不对:要在缺席提醒发出以后、今天以前。",
    "比如:已告知 活-2026-017 李明 电话 11月20日",
  ],
  "objection-no-reason": ["认为异议不成立,要写明理由,还没有改动。", "比如:异议不成立 李明 签到表上没有"],
  "objection-one-by-one": ["请一位一位地说,还没有决定。", "比如:罗文军的异议不成立,签到表上没有"],
  "objection-none": ["没有找到等您决定的异议。", "请核对姓名,比如:异议成立 李明"],
} as const satisfies Record<AttendanceRefused, readonly string[]>;
