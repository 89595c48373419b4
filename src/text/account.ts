import type { AccountRefusal } from "#src/domain/requests/account.ts";
import { assertNever } from "#src/kernel/never.ts";
import { type Rendered, says, words } from "./rendered.ts";

export type AccountReply =
  | { readonly kind: "account.bound"; readonly name: string }
  | { readonly kind: "account.unbound" }
  | { readonly kind: "account.unbind-asked" }
  | { readonly kind: "account.refused"; readonly why: AccountRefusal };

/** Puts replies about binding a chat account into words. */
export function renderAccount(reply: AccountReply): Rendered {
  switch (reply.kind) {
    case "account.bound":
      return {
        ...words(
          `${reply.name},您好!已经认得您了。`,
          "做了什么,一句话告诉我就行,比如:昨天走访黄连村12户",
          "不用这个账号了,说:解绑",
        ),
        choices: [says("看看能做什么", "帮助")],
        reusable: true,
      };
    case "account.unbound":
      return words("已解绑。这个账号以后不再代表您。", "要再用,请向镇街人大要一个新的绑定码。");
    case "account.unbind-asked":
      return {
        text: "解绑后,这个账号不能再记履职、收通知。确定吗?",
        choices: [{ label: "确定解绑", act: { do: "account.unbind" } }, says("不解绑", "帮助")],
      };
    case "account.refused":
      return words("这个绑定码不能用。", "请核对后再发一次;还不行,请向镇街人大要一个新的。");
    default:
      return assertNever(reply);
  }
}
