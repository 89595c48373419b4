import type { RequestName } from "#src/domain/request.ts";
import type { Thing } from "./district.ts";

/** How a request is made in words, about one thing; `line` is null for what is only tapped. */
export type Spoken = {
  /** As the page shows it. */
  readonly shown: string;
  readonly line: ((thing: Thing) => string) | null;
};

const plain = (line: string): Spoken => ({ shown: line, line: () => line });
const tapped = (shown: string): Spoken => ({ shown: `(点)${shown}`, line: null });
const about = (shown: string, line: (thing: Thing) => string): Spoken => ({ shown, line });

/** Every request with a line that makes it. A request without one does not compile. */
export const SAID: Readonly<Record<RequestName, Spoken>> = {
  "account.bind": about("绑定 码", () => "绑定 0000000000"),
  "account.unbind": tapped("确定解绑"),
  "account.find": about("绑定码 姓名", ({ name }) => `绑定码 ${name}`),
  "account.choose": tapped("同名的那一位"),
  "account.invite": tapped("对,发绑定码"),
  "account.revoke": tapped("对,全部解绑"),
  "mandate.preview": about("暂停 姓名 代表职务 自9月10日", ({ name }) => `暂停 ${name} 代表职务 自9月10日`),
  "mandate.change": tapped("对,登记"),
  "report.file": about("代报 姓名 …", ({ name }) => `代报 ${name} 昨天走访3户`),
  "report.withdraw": about("撤销 编号", ({ record }) => `撤销 ${record}`),
  "report.which": about("撤销 昨天那条走访", () => "撤销 昨天那条走访"),
  "report.whose": about("代报 姓名 …", ({ name }) => `代报 ${name} 昨天走访3户`),
  "report.amend": about("改时间 昨天", () => "改时间 昨天"),
  "report.acknowledge": tapped("对 / 不对"),
  "report.share": tapped("对,我也在"),
  "file.attach": { shown: "(发照片)", line: null },
  "opinion.leave": about("(群众)反映的话", () => "黄连村二组路灯坏了三天"),
  "suggestion.submit": about("提个建议 …", () => "提个建议:黄连村通村公路太窄,建议加宽"),
  "suggestion.cosign": about("附议 编号", ({ suggestion }) => `附议 ${suggestion}`),
  "contact.read": about("联系方式 意见编号", ({ opinion }) => `联系方式 ${opinion}`),
  "verify.list": about("核实 全部", ({ org }) => `核实 全部 ${org}`),
  "verify.mark": about("核实 编号", ({ record }) => `核实 ${record}`),
  "verify.return": about("退回 编号 理由", ({ record }) => `退回 ${record} 日期不对`),
  "activity.preview": about("发布活动 …", ({ org }) => `发布活动 12月28日上午9点 ${org} 小组活动`),
  "activity.publish": tapped("对,发通知"),
  "activity.list": plain("活动"),
  "activity.cancel": about("取消活动 编号", ({ ahead }) => `取消活动 ${ahead} 下雨`),
  "session.preview": about(
    "发布会议 …;…",
    ({ org }) => `发布会议 ${org} 第六次会议;12月28日上午9点 全体会议`,
  ),
  "session.publish": tapped("对,发通知"),
  "activity.change-preview": about("改活动 编号 …", ({ ahead }) => `改活动 ${ahead} 时间10月21日下午2点`),
  "activity.change": tapped("对,改并通知"),
  "activity.nudge-preview": about("催 编号", ({ ahead }) => `催 ${ahead}`),
  "activity.nudge": tapped("对,催一下"),
  "activity.enter-notice": about("已通知 编号 姓名", ({ ahead, name }) => `已通知 ${ahead} ${name} 电话`),
  "activity.coming": about("参加 编号", ({ ahead }) => `参加 ${ahead}`),
  "activity.leave": about("请假 编号 原因", ({ ahead }) => `请假 ${ahead} 出差`),
  "activity.decide-leave": about("准假 姓名", ({ name }) => `准假 ${name}`),
  "attendance.preview": about("到会 编号 …", ({ begun }) => `到会 ${begun} 全到`),
  "attendance.mark": tapped("对,登记"),
  "attendance.finalise": about("定稿 编号", ({ marked }) => `定稿 ${marked}`),
  "attendance.correct": about("改考勤 编号 …", ({ over, name }) => `改考勤 ${over} ${name} 到会`),
  "absence.object": plain("异议 当天我在会场"),
  "absence.close-case": about("已核查 姓名 结果", ({ name }) => `已核查 ${name} 属公务冲突`),
  "absence.decide-objection": about("异议成立 姓名", ({ name }) => `异议成立 ${name}`),
  "obligation.submit": plain("提交自评 今年走访40户"),
  "obligation.accept": about("接收 姓名 自评", ({ name }) => `接收 ${name} 自评`),
  "obligation.return": about("退回 姓名 自评 理由", ({ name }) => `退回 ${name} 自评 请补充户数`),
  "obligation.read": about("查看 姓名 自评", ({ name }) => `查看 ${name} 自评`),
  "obligation.own": plain("应办"),
  "obligation.late": plain("未交"),
  "deadline.snooze": plain("明早再提醒"),
  "deadline.decline": plain("不再提醒"),
  "figures.own-duty": plain("我的履职"),
  "figures.own-score": plain("我的积分"),
  "figures.own-cases": plain("我的意见"),
  "figures.own-data": plain("我的数据"),
  "figures.own-attendance": plain("我的出勤"),
  "figures.profile": about("代表 姓名", ({ name }) => `代表 ${name}`),
  "figures.count": about("统计 …", ({ org }) => `统计 ${org}`),
  "figures.cut": about("按代表", () => "按代表"),
  "figures.why": about("为什么", () => "为什么"),
  "figures.missing": about("未报 …", ({ org }) => `未报 ${org} 本月`),
  "figures.opinions": plain("意见"),
  "figures.backlog": plain("意见 待办"),
  "figures.todo": plain("待办"),
  "figures.absences": about("缺席 …", ({ org }) => `缺席 ${org} 今年`),
  "on-call.show": plain("值班"),
  "on-call.set": plain("值班 开"),
  "nudge.list": about("催 未报 …", ({ org }) => `催 未报 ${org} 本月`),
  "nudge.send": tapped("对,提醒他们"),
  "retention.show": plain("清理记录"),
  "feedback.leave": plain("反馈 字太小了"),
  "feedback.list": plain("反馈"),
  "feedback.close": about("反馈 办结 编号", () => "反馈 办结 1"),
};
