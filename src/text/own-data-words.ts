import type { StoredClasses } from "#src/domain/figures/stored-classes.ts";
import type { ErasedOwn, KeptByLaw } from "#src/domain/requests/own-data.ts";
import type { Retention } from "#src/domain/retention.ts";
import { CLASS_NAMES } from "./retention.ts";

/** Why the office keeps what it keeps, with the article in the version that holds. */
export const KEPT_BECAUSE = "代表法(2025年)第58条:应当记录代表履职情况";

/** 履职记录3条,意见1条: what there is of each, and nothing of what there is none. */
const counted = (lines: readonly (readonly [string, number, string])[]): string =>
  lines
    .filter(([, n]) => n > 0)
    .map(([name, n, unit]) => `${name}${n}${unit}`)
    .join(",");

const orNothing = (text: string): string => (text === "" ? "没有" : text);

/** What is stored of each class. */
export const storedWords = (stored: StoredClasses): string =>
  orNothing(
    counted([
      ["聊天原文", stored.messages, "条"],
      ["履职记录", stored.records, "条"],
      ["活动通知和出勤", stored.attendances, "条"],
      ["请假", stored.leaves, "条"],
      ["意见", stored.opinions, "条"],
      ["建议议案", stored.suggestions, "件"],
      ["照片文件", stored.files, "个"],
      ["反馈", stored.feedback, "条"],
      ["留的联系方式", stored.contacts, "条"],
      ["名册电话", stored.phones, "个"],
      ["登录账号", stored.accounts, "个"],
    ]),
  );

const period = (days: number): string => (days % 365 === 0 ? `${days / 365}年` : `${days}天`);

/** How long each class is kept that this person has something of, out of the policy. */
export function periodWords(stored: StoredClasses, periods: Retention): string {
  const has: readonly (readonly [keyof Retention, boolean])[] = [
    ["raw_texts", true],
    ["sent_texts", true],
    ["mailbox", true],
    ["files", stored.files > 0],
    ["leave_notes", stored.leaves > 0],
    ["objections", stored.attendances > 0],
    ["submissions", stored.attendances + stored.records > 0],
    ["feedback", stored.feedback > 0],
    ["resident_contacts", stored.contacts > 0],
    ["phones", stored.phones > 0],
    ["corrections", stored.accounts > 0],
  ];
  return has
    .filter(([, some]) => some)
    .map(([one]) => `${CLASS_NAMES[one]}${period(periods[one])}`)
    .join(",");
}

/** What goes, or went. */
export const erasedWords = (erased: ErasedOwn): string =>
  orNothing(
    counted([
      ["聊天原文", erased.messages, "条"],
      ["没归档的文件", erased.files, "个"],
      ["留的联系方式", erased.contacts, "条"],
      ["意见的内容", erased.opinions, "条"],
      ["反馈", erased.feedback, "条"],
      ["更正申请", erased.corrections, "件"],
      ["请假和异议的原因", erased.reasons, "条"],
      ["名册电话", erased.phones, "个"],
      ["双重验证的密钥", erased.factors, "个"],
      ["登录账号", erased.accounts, "个"],
    ]),
  );

/** What stays, and why; nothing where nothing stays. */
export function keptWords(kept: KeptByLaw): readonly (string | false)[] {
  const duty = counted([
    ["履职记录", kept.records, "条"],
    ["活动通知和出勤", kept.attendances, "条"],
    ["上交材料", kept.submissions, "件"],
    ["还在等人决定的请假、异议", kept.undecided, "件"],
    ["所附的照片文件", kept.files, "个"],
    ["名册电话", kept.phones, "个(任职期间)"],
  ]);
  const cases = counted([
    ["意见", kept.opinions, "条"],
    ["建议", kept.suggestions, "件"],
  ]);
  return [
    duty !== "" && `依法保留:${duty}。${KEPT_BECAUSE}`,
    cases !== "" && `${cases}要办理和存档,也保留;不带您的联系方式。`,
    kept.factors > 0 && "双重验证的密钥也保留,免得别人冒用您的账号。",
    "统计数字不变,看不出是谁。",
  ];
}
