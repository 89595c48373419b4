import type { OwnData } from "#src/domain/own-data.ts";
import { OWN_DUTY_LABELS } from "./own-duty-labels.ts";
import { OWN_DATA_VALUES as VALUES } from "./own-data-values.ts";

/** How a column is called; with the names of its values where they are kept as codes. */
type Label = string | readonly [head: string, names: Readonly<Record<string, string>>];

type Labels = {
  readonly [C in keyof OwnData]: {
    readonly title: string;
    readonly columns: Readonly<Record<keyof OwnData[C][number], Label>>;
  };
};

const OFFICE = {
  person: { title: "本人", columns: { name: "姓名", code: "编号", phone: "电话", since: "登记时间" } },
  mandates: {
    title: "代表职务",
    columns: {
      level: ["层级", VALUES.level],
      term: "届",
      constituency: "选区",
      group: "代表小组",
      township: "镇街",
      station: "联络站",
      from: "任职起",
      to: "任职止",
      status: ["状态", VALUES.mandate],
    },
  },
  suspensions: {
    title: "暂停执行职务",
    columns: { level: ["层级", VALUES.level], term: "届", from: "开始", to: "结束" },
  },
  changes: {
    title: "代表变动",
    columns: {
      change: ["变动", VALUES.change],
      on: "生效日期",
      statusBefore: ["原来状态", VALUES.mandate],
      fromBefore: "原来任职起",
      toBefore: "原来任职止",
      placeBefore: "原来所在",
      statusAfter: ["改后状态", VALUES.mandate],
      fromAfter: "改后任职起",
      toAfter: "改后任职止",
      placeAfter: "改后所在",
      reason: "原因",
      at: "登记时间",
      undone: "撤回时间",
    },
  },
  roles: {
    title: "工作人员身份",
    columns: { role: ["身份", VALUES.role], org: "单位", from: "开始", to: "结束" },
  },
  onCall: { title: "值班", columns: { since: "开始时间" } },
  secondFactor: { title: "网页登录的动态口令", columns: { since: "设置时间" } },
} as const satisfies Partial<Labels>;

const TALK = {
  feedback: { title: "反馈", columns: { text: "内容", at: "时间" } },
  contacts: { title: "留的联系方式", columns: { number: "意见编号", contact: "联系方式" } },
  files: { title: "照片文件", columns: { name: "名称", size: "字节", at: "收到时间", path: "在哪里" } },
  messages: { title: "聊天原文", columns: { text: "内容", at: "时间" } },
  received: { title: "给您的答复和通知", columns: { text: "内容", at: "时间" } },
  sent: {
    title: "发给您的消息",
    columns: { status: ["状态", VALUES.sent], count: "条数", first: "最早", last: "最近" },
  },
  reminders: { title: "提醒", columns: { state: ["状态", VALUES.reminder], count: "条数" } },
  exports: {
    title: "要过的表格",
    columns: { status: ["状态", VALUES.work], asked: "要的时间", done: "做好时间" },
  },
  corrections: {
    title: "更正申请",
    columns: { wish: "申请", asked: "申请时间", answer: "答复", answered: "答复时间" },
  },
  consents: {
    title: "同意记录",
    columns: {
      what: ["同意或撤回", VALUES.consent],
      version: "隐私说明版本",
      channel: ["渠道", VALUES.channel],
      at: "时间",
    },
  },
  accounts: {
    title: "登录账号",
    columns: {
      channel: ["渠道", VALUES.channel],
      bound: "绑定时间",
      used: "最近使用",
      notice: "看过的隐私说明",
    },
  },
} as const satisfies Partial<Labels>;

/** What the classes, columns and values of a copy of one's own data are called. */
export const OWN_DATA_LABELS: Labels = { ...OFFICE, ...OWN_DUTY_LABELS, ...TALK };
