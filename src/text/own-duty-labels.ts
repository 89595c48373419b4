import { OWN_DATA_VALUES as VALUES } from "./own-data-values.ts";

/** What is called how of what a person did, was called to and owed. */
export const OWN_DUTY_LABELS = {
  records: {
    title: "履职记录",
    columns: {
      number: "编号",
      kind: ["类别", VALUES.kind],
      from: "开始",
      to: "结束",
      place: "地点",
      counts: ["数量", VALUES.said],
      text: "内容",
      source: ["来源", VALUES.source],
      state: ["状态", VALUES.record],
      filed: "记录时间",
    },
  },
  recordChanges: {
    title: "履职记录的改动",
    columns: {
      number: "编号",
      field: ["改了什么", VALUES.field],
      before: ["原来", VALUES.said],
      after: ["改后", VALUES.said],
      at: "时间",
    },
  },
  companions: { title: "同行的履职记录", columns: { number: "编号", state: ["答复", VALUES.companion] } },
  opinions: {
    title: "意见",
    columns: {
      number: "编号",
      category: ["类别", VALUES.category],
      place: "地点",
      text: "内容",
      state: ["状态", VALUES.filed],
      filed: "提出时间",
    },
  },
  suggestions: {
    title: "建议议案",
    columns: {
      number: "编号",
      title: "题目",
      text: "内容",
      state: ["状态", VALUES.filed],
      filed: "提交时间",
    },
  },
  cosigned: { title: "附议", columns: { number: "编号", at: "时间" } },
  attendances: {
    title: "活动出勤",
    columns: {
      number: "编号",
      title: "活动",
      on: "日期",
      answer: ["答复", VALUES.answer],
      answered: "答复时间",
      foretold: ["事先说过", VALUES.foretold],
      foretoldMinutes: "约多少分钟",
      status: ["出勤", VALUES.attendance],
      minutes: "到会分钟",
      checkedIn: "签到时间",
      marked: "登记时间",
    },
  },
  told: {
    title: "活动通知",
    columns: { number: "活动编号", way: ["方式", VALUES.way], delivered: "送达时间" },
  },
  leaves: {
    title: "请假",
    columns: {
      number: "活动编号",
      reason: ["类别", VALUES.reason],
      note: "说明",
      asked: "请假时间",
      state: ["结果", VALUES.leave],
      decided: "决定时间",
      decision: "决定说明",
    },
  },
  absences: {
    title: "缺席提醒和异议",
    columns: {
      number: "活动编号",
      rule: "规定",
      level: "第几次",
      at: "提醒时间",
      told: "告知时间",
      way: ["告知方式", VALUES.way],
      objection: "异议",
      objected: "异议时间",
      decided: "异议决定时间",
      withdrawn: "提醒作废时间",
      handled: "核查时间",
      handling: "核查结果",
    },
  },
  obligations: {
    title: "要交的材料",
    columns: {
      title: "事项",
      period: "时段",
      due: "期限",
      state: ["状态", VALUES.duty],
      submitted: "上交时间",
    },
  },
  submissions: {
    title: "上交的材料",
    columns: {
      title: "事项",
      period: "时段",
      text: "内容",
      submitted: "上交时间",
      decision: ["决定", VALUES.decision],
      decided: "决定时间",
      note: "决定说明",
    },
  },
} as const;
