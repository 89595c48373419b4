import { assertNever } from "#src/kernel/never.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about channels abroad. */
export type AbroadReply =
  /** In place of what is never sent to servers abroad; with the number it was about, if there is one. */
  | { readonly kind: "abroad.withheld"; readonly number?: string }
  /** In place of a question that is not sent there: it is not open there either. */
  | { readonly kind: "abroad.not-asked" }
  /** To residents and strangers, from whom nothing is taken in there. */
  | { readonly kind: "abroad.turned-away" };

/** What stands in place of words that are never sent abroad. */
export const ON_SITE = "请在站内查看";

/** Puts into words what a channel whose servers are abroad does not carry. */
export function renderAbroad(reply: AbroadReply): Rendered {
  switch (reply.kind) {
    case "abroad.withheld":
      return {
        ...words(
          `有一条消息${reply.number === undefined ? "" : `(${reply.number})`},${ON_SITE}。`,
          "这里的服务器在境外,具体内容不在这里发。请打开履职助手网页看。",
        ),
        ...(reply.number === undefined ? {} : { number: reply.number }),
      };
    case "abroad.not-asked":
      return words(
        "这件事要先看清楚再定,这里的服务器在境外,不能显示,还没有办。",
        "请打开履职助手网页,把刚才那句话再说一遍。",
      );
    case "abroad.turned-away":
      return words(
        "这里的服务器在境外,不收群众的信息,没有记下。",
        "要反映问题,请打开履职助手网页,或直接找您的代表。",
        "代表和工作人员:请发来绑定码。",
      );
    default:
      return assertNever(reply);
  }
}
