import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import { COUNT_UNITS } from "#src/domain/count-unit.ts";
import { DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { LEAVE_REASONS } from "#src/domain/leave-reason.ts";
import { MANDATE_CHANGES } from "#src/domain/mandate-change.ts";
import { OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import { LEVEL_NAMES, MANDATE_STATUS_NAMES, STAFF_ROLE_NAMES } from "#src/domain/roster/roster-sheets.ts";

type Names = Readonly<Record<string, string>>;

const swapped = (names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([word, code]) => [code, word]));
const KINDS: Names = Object.fromEntries(Object.entries(DUTY_KINDS).map(([code, { name }]) => [code, name]));
const RECORD_STATES = {
  draft: "草稿",
  confirmed: "待核实",
  verified: "已核实",
  returned: "已退回",
  withdrawn: "已撤销",
  acknowledged: "本人已确认",
};

/** What the values that the program keeps as codes are called in the copy of one's own data. */
export const OWN_DATA_VALUES = {
  level: swapped(LEVEL_NAMES),
  mandate: swapped(MANDATE_STATUS_NAMES),
  role: swapped(STAFF_ROLE_NAMES),
  change: MANDATE_CHANGES,
  kind: KINDS,
  record: RECORD_STATES,
  source: {
    chat: "聊天",
    staff: "工作人员代报",
    activity: "活动定稿",
    suggestion: "建议议案",
    import: "导入",
  },
  field: {
    ...COUNT_UNITS,
    kind: "类别",
    date: "开始日期",
    end: "结束日期",
    time: "时间",
    place: "地点",
    text: "内容",
    with: "同行",
    files: "附件",
    state: "状态",
    counts: "数量",
  },
  /** What a record said before or after a change: a kind, a state, or words that stand as they are. */
  said: { ...KINDS, ...RECORD_STATES, "withdrawn: denied": "已撤销(本人说没有)" },
  companion: { named: "还没回", confirmed: "已确认", declined: "说不在" },
  category: OPINION_CATEGORIES,
  filed: { registered: "已登记", submitted: "已提交", withdrawn: "已撤回" },
  answer: { coming: "参加", leave: "请假" },
  foretold: { late: "会晚到", left_early: "要早走" },
  attendance: ATTENDANCE_STATUSES,
  way: { chat: "聊天", phone: "电话", paper: "书面" },
  reason: LEAVE_REASONS,
  leave: { pending: "待批", approved: "准假", refused: "不准", withdrawn: "已撤回" },
  duty: { open: "未交", submitted: "已交", accepted: "已收下", returned: "已退回" },
  decision: { accepted: "收下", returned: "退回", replaced: "后来另交了一份" },
  sent: {
    new: "待发",
    sending: "正在发",
    sent: "已发",
    failed: "没发出",
    expired: "过期没发",
    suppressed: "没有发",
  },
  reminder: {
    waiting: "待发",
    queued: "已安排",
    expired: "过期没发",
    merged: "并在一起发了",
    suppressed: "没有发",
  },
  work: { waiting: "在做", done: "做好了", refused: "没有做", failed: "没做成" },
  consent: { given: "同意", withdrawn: "撤回" },
  channel: { web: "网页", wechat: "微信", telegram: "Telegram", terminal: "终端" },
} as const satisfies Record<string, Names>;
