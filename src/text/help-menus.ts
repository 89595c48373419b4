import type { Audience } from "./audience.ts";
import { type Rendered, says } from "./rendered.ts";

/** What each may do, in words that can be said as they stand. */
export const MENUS = {
  deputy: {
    text: "一句话就能办事:\n记履职:昨天和李明代表走访〔村〕17户\n报意见:群众反映二组路灯不亮\n请假:25日小组活动请假,出差\n改错:改时间 昨天;撤销\n点下面也行:",
    choices: [says("我的履职"), says("我的活动"), says("我的出勤"), says("我的意见")],
    reusable: true,
  },
  "deputy-and-staff": {
    text: "一句话就能办事:\n记履职:昨天走访〔村〕17户\n请假:25日小组活动请假,出差\n改错:改时间 昨天;撤销\n管的事:统计 〔镇〕 走访 二季度;未报 本月\n发布活动 下周三上午9点 〔镇〕代表小组 小组活动\n到会 活-编号 除李明外全到;定稿 活-编号\n与您本人有关的,要请别人办。",
    choices: [says("我的履职"), says("我的活动"), says("待办"), says("未报 本月")],
    reusable: true,
  },
  staff: {
    text: "常用的话:\n统计 〔镇〕 走访 二季度\n未报 本月;缺席 今年;代表 李明\n发布活动 下周三上午9点 〔镇〕代表小组 小组活动 地点〔镇〕政府\n到会 活-编号 除李明外全到;定稿 活-编号\n催 活-编号;待办\n代报 李明 昨天走访3户\n急事白天会告诉您,夜里也要知道:值班 开",
    choices: [says("待办"), says("未报 本月"), says("缺席 今年")],
    reusable: true,
  },
  office: {
    text: "常用的话:\n统计 〔镇〕 走访 二季度;未报 本月;代表 李明\n发布活动 下周三上午9点 〔区〕 视察 地点区政府\n催 活-编号;到会 活-编号 除李明外全到;定稿 活-编号\n代表变动:补选 张三 〔镇〕 11月20日;暂停 李明 11月20日\n接受辞职 李明 11月20日;换届 十九届 12月20日 全部连任\n登记错了:撤销变动 李明\n绑定码 李明;更正申请;计划模板",
    choices: [says("待办"), says("未交"), says("缺席 今年")],
    reusable: true,
  },
  unit: {
    text: "有交办的意见、建议时,我会在这里通知您。\n查看说:待办",
    choices: [says("待办")],
    reusable: true,
  },
  former: {
    text: "您的代表职务目前没有生效,不能记履职。\n以前的都还在,点下面看;有疑问请联系代表工委。",
    choices: [says("我的履职"), says("我的意见"), says("我的数据")],
    reusable: true,
  },
  resident: {
    text: "有什么要向人大代表反映的,直接说就行。\n比如:〔村〕二组路灯坏了三天\n想看进度,说:我的意见\n不用写电话和身份证号。\n有人有危险,先打110、119或120。",
    choices: [says("我的意见")],
    reusable: true,
  },
  guest: {
    text: "我是〔区〕人大代表的履职助手。\n代表和工作人员:请发来绑定码。\n群众有事要反映:直接说,比如:〔村〕二组路灯坏了三天\n有人有危险,先打110、119或120。",
    choices: [],
  },
} as const satisfies Record<Audience, Rendered>;

/** What each might say next. */
export const SAMPLES = {
  deputy: "昨天走访〔村〕12户,有人反映路灯不亮",
  "deputy-and-staff": "昨天走访〔村〕12户,有人反映路灯不亮",
  staff: "统计 〔镇〕 走访 二季度",
  office: "统计 〔镇〕 走访 二季度",
  unit: "待办",
  former: "我的履职",
  resident: "〔村〕二组路灯坏了三天",
  guest: "〔村〕二组路灯坏了三天",
} as const satisfies Record<Audience, string>;
