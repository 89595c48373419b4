import type { Day } from "#src/domain/day.ts";
import type { OwnData } from "#src/domain/own-data.ts";

/** How the copy is called. */
export const OWN_DATA_FILE = { name: "我的数据.json", type: "application/json" } as const;

type Labels = {
  readonly [C in keyof OwnData]: {
    readonly title: string;
    readonly columns: Readonly<Record<keyof OwnData[C][number], string>>;
  };
};

const LABELS: Labels = {
  person: { title: "本人", columns: { name: "姓名", phone: "电话", since: "登记时间" } },
  records: {
    title: "履职记录",
    columns: { number: "编号", from: "开始", to: "结束", place: "地点", text: "内容", filed: "记录时间" },
  },
  companions: { title: "同行的履职记录", columns: { number: "编号" } },
  opinions: { title: "意见", columns: { number: "编号", place: "地点", text: "内容", filed: "提出时间" } },
  suggestions: {
    title: "建议议案",
    columns: { number: "编号", title: "题目", text: "内容", filed: "提交时间" },
  },
  cosigned: { title: "附议", columns: { number: "编号", at: "时间" } },
  attendances: {
    title: "活动出勤",
    columns: { number: "编号", title: "活动", on: "日期", status: "出勤" },
  },
  leaves: { title: "请假", columns: { number: "活动编号", reason: "类别", note: "说明", asked: "请假时间" } },
  submissions: {
    title: "上交的材料",
    columns: { rule: "事项", period: "时段", text: "内容", submitted: "上交时间" },
  },
  feedback: { title: "反馈", columns: { text: "内容", at: "时间" } },
  contacts: { title: "留的联系方式", columns: { number: "意见编号", contact: "联系方式" } },
  files: { title: "照片文件", columns: { name: "名称", size: "字节", at: "收到时间" } },
  messages: { title: "聊天原文", columns: { text: "内容", at: "时间" } },
  corrections: {
    title: "更正申请",
    columns: { wish: "申请", asked: "申请时间", answer: "答复", answered: "答复时间" },
  },
  consents: {
    title: "同意记录",
    columns: { what: "同意或撤回", version: "隐私说明版本", channel: "渠道", at: "时间" },
  },
  accounts: {
    title: "登录账号",
    columns: { channel: "渠道", bound: "绑定时间", used: "最近使用", notice: "看过的隐私说明" },
  },
};

/** The copy as JSON under Chinese names, for people and for programs. A class or column without a name does not compile. */
export function writeOwnData(data: OwnData, today: Day): string {
  const classes = Object.entries(LABELS).map(([name, { title, columns }]) => {
    const rows: readonly Readonly<Record<string, string | number | null>>[] = data[name as keyof OwnData];
    const named = rows.map((row) =>
      Object.fromEntries(Object.entries(columns).map(([column, label]) => [label, row[column] ?? null])),
    );
    return [title, named];
  });
  return `${JSON.stringify({ 导出日期: today, ...Object.fromEntries(classes) }, null, 2)}\n`;
}
