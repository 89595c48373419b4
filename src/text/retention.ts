import type { RetentionView } from "#src/domain/requests/retention.ts";
import { type Erased, ERASURES, type Erasure } from "#src/domain/retention.ts";
import { day } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** What is said about what was erased. */
export type RetentionReply = { readonly kind: "retention.shown" } & RetentionView;

/** What people call each class; what belongs together is counted together, and technical traces are not named. */
export const CLASS_NAMES = {
  raw_texts: "消息原文",
  sent_texts: "发出的消息",
  mailbox: "网页消息",
  files: "照片文件",
  idle_dialogs: "没办完的草稿",
  resident_contacts: "群众的账号、联系方式和照片",
  shown_contacts: "看过的联系方式",
  leave_notes: "请假原因",
  objections: "异议原文",
  submissions: "交来的报告原文",
  phones: "名册电话",
  corrections: "更正申请",
  feedback: "对助手的意见",
  expired_access: "绑定码和登录",
  guesses: "试码记录",
  message_ids: "编号和运行记录",
} as const satisfies Record<(typeof ERASURES)[Erasure], string>;
type Class = keyof typeof CLASS_NAMES;

/** Puts into words what a night and a month erased, and how long each class is kept. */
export function renderRetention({ lastOn, last, month, periods }: RetentionReply): Rendered {
  const kept = (["raw_texts", "mailbox", "files", "leave_notes"] as const).map(
    (one) => `${CLASS_NAMES[one]}${periods[one]}天`,
  );
  return words(
    lastOn === null ? "还没有清理过。每天凌晨清理一次。" : `最近一次清理:${day(lastOn)}`,
    lastOn !== null && `清理了:${counted(last)}`,
    lastOn !== null && `近30天共:${counted(month)}`,
    `保存期限:${kept.join(",")}`,
    "履职记录、意见建议是档案,不清理。要改期限,请管理员改规则文件。",
  );
}

function counted(erased: Erased): string {
  const sums = new Map<Class, number>();
  for (const [erasure, of] of Object.entries(ERASURES) as [Erasure, Class][])
    sums.set(of, (sums.get(of) ?? 0) + (erased[erasure] ?? 0));
  const some = [...sums].filter(([, n]) => n > 0).map(([of, n]) => `${CLASS_NAMES[of]}${n}`);
  return some.length === 0 ? "没有到期的" : some.join(",");
}
