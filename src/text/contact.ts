import type { Contact } from "#src/domain/personal-data/redact.ts";
import { CONTACT_MINUTES, type ContactRefusal } from "#src/domain/requests/contact.ts";
import { assertNever } from "#src/kernel/never.ts";
import { short } from "./format.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about residents' contact data. */
export type ContactReply =
  | { readonly kind: "contact.shown"; readonly number: string; readonly contacts: readonly Contact[] }
  /** In place of what was shown a while ago. */
  | { readonly kind: "contact.veiled"; readonly number: string }
  | { readonly kind: "contact.refused"; readonly why: ContactRefusal | "no-number" };

const NAMES = {
  name: "称呼",
  phone: "电话",
  email: "邮箱",
  wechat: "微信",
  qq: "QQ",
  handle: "账号名",
  room: "门牌",
} as const satisfies Record<Contact["kind"], string>;

/** What is asked before contact data is shown whole. */
export const contactQuestion = (number: string, masked: readonly Contact[]): string[] => [
  `${number} 留有联系方式:`,
  ...contactLines(masked),
  "要看全部吗?每次查看都留记录,只用来办这件事。",
];

/** 电话 138****0000, one line each; what does not fit on a card is counted. */
function contactLines(contacts: readonly Contact[]): string[] {
  const shown = contacts.slice(0, 5).map(({ kind, value }) => `${NAMES[kind]} ${short(value, 40)}`);
  return contacts.length > shown.length ? [...shown, `……另有${contacts.length - shown.length}项`] : shown;
}

/** Puts into words how to reach a resident. */
export function renderContact(reply: ContactReply): Rendered {
  switch (reply.kind) {
    case "contact.shown":
      return {
        ...words(
          `${reply.number} 的联系方式:`,
          ...contactLines(reply.contacts),
          "这次查看已留记录。只用来办这件事,请勿外传。",
        ),
        number: reply.number,
      };
    case "contact.veiled":
      return words(
        `${reply.number} 的联系方式只显示${CONTACT_MINUTES}分钟。`,
        `还要看,说:联系方式 ${reply.number}`,
      );
    case "contact.refused":
      return words(...REFUSED[reply.why]);
    default:
      return assertNever(reply);
  }
}

const REFUSED = {
  "contact-unknown": ["没有找到这条意见。", "请核对编号,比如:联系方式 意-2026-0012"],
  "contact-none": ["这条意见没有留联系方式。", "有结果时,提的人在聊天里会收到。"],
  "no-number": ["请带上意见编号。", "比如:联系方式 意-2026-0012"],
} as const satisfies Record<ContactRefusal | "no-number", readonly string[]>;
