import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import { CHANGE_REFUSED } from "./activity-change.ts";

/** Why a wish about activities cannot be met, and what to do. */
export const ACTIVITY_REFUSED = {
  ...CHANGE_REFUSED,
  "activity-no-such-org": ["您管理的范围里没有这个单位,没有发布。", "请说全称,比如:〔镇〕代表小组"],
  "activity-nobody": ["这个单位当天没有在任的代表,没有发布。", "请换一个镇街或小组。"],
  "activity-not-theirs": [
    "点名的代表里,有人当天不是这个单位的代表,或者有同名的,没有发布。",
    "请核对姓名;不点名就通知全体,比如:发布活动 11月28日上午9点 〔镇〕代表小组",
  ],
  "activity-past": [
    "这个时间已经过了,没有发布。",
    "请说以后的时间,比如:11月28日上午9点。已经做过的,补记请说:代报 李明 昨天参加小组活动",
  ],
  "activity-no-day": ["日期和几点都要有,还没有定。", "比如:改活动 活-2026-017 时间3月12日上午9点"],
  "activity-unknown": ["没有找到这场活动。", "请核对编号,比如:活-2026-017。说“活动”看安排。"],
  "leave-no-such-day": [
    "这一天没有您要参加的活动,什么也没有登记。",
    "说“活动”看安排,再说:请假 活-2026-017 生病",
  ],
  "activity-none-open": ["眼下没有等您回复的活动。", "说“活动”看安排。"],
  "activity-held-back": ["这场在年度计划里,还没到发通知的时候。", "到时会自动发,不用催。"],
  "activity-closed": ["这场活动已定稿,没有改动。", "要改登记,说:改考勤 活动编号 李明 到会"],
  "activity-called-off": [
    "这场活动已经取消了,没有改动。",
    "又要开,请重新发布:发布活动 11月28日上午9点 〔镇〕代表小组",
  ],
  "activity-over": ["这场活动已经开始、结束或取消了,没有改动。", "没来成,可以补假:请假 原因"],
  "notice-no-day": [
    "这场活动已经开始,还没有记下。",
    "哪天通知的?请带上日期,比如:已通知 活-2026-017 李明 电话 11月20日",
  ],
  "notice-wrong-day": [
    "这个日子不对,没有记下。",
    "要在活动发布(或者改时间、地点)以后、开始以前通知的,才算通知到。",
  ],
  "leave-none-asked": ["没有找到您请的假,没有改动。", "说“我的请假批了没有”看请了哪些;能来,请说:参加"],
  "leave-nothing-missed": [
    "没有找到您能补假的活动,什么也没有登记。",
    "补假只管已经开过、还在期限里的活动。说清哪一天或编号,比如:补假 活-2026-017 生病",
    "以后的活动请说:请假 活-2026-017 生病。对缺席有不同意见,说:异议",
  ],
  "leave-late": ["活动已经开始,不能再请假,没有记下。", "请直接联系工作人员说明情况。"],
  "leave-none": ["没有找到等您批的这份请假。", "请核对姓名,比如:准假 李明"],
  "leave-one-by-one": [
    "这几份请一份一份批,还没有批。",
    "说“准假”看等着的;有同名或活动已定稿的,带上姓名和编号批。",
  ],
  "leave-own": ["自己的请假不能自己批,没有改动。", "会由别的工作人员来批。"],
  "leave-no-reason": ["不同意要写明理由,还没有改动。", "比如:不准 李明 当天有表决"],
} as const satisfies Record<ActivityRefusal, readonly string[]>;
