import { findAccessCode } from "#src/domain/access-code.ts";
import type { AccountWish } from "#src/domain/requests/account.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

// 李明, 李明代表 东风镇, 李明(D7): a name, and what tells people of one name apart.
function readHolder(text: string): { readonly name: string; readonly hint: string } {
  const [first = "", ...more] = text.split(/[\s,:()]+/u).filter((part) => part !== "");
  return { name: first.replace(/(?:代表|同志)$/u, ""), hint: more.join("") };
}

const find =
  (what: AccountWish): Command =>
  (dialog, rest, { messageId }) => {
    const { name, hint } = readHolder(rest.replace(/^(?:给|帮|替)/u, ""));
    return name === ""
      ? say(dialog, { kind: "account.name-missing", what })
      : ask(dialog, { do: "account.find", messageId, what, name, hint });
  };

const bind: Command = (dialog, rest, said, facts) => {
  const code = findAccessCode(rest);
  const isForOther = facts.speaker.kind === "member" && code === undefined;
  return isForOther
    ? find("invite")(dialog, rest, said, facts)
    : ask(dialog, { do: "account.bind", code: code ?? "" });
};

const unbind: Command = (dialog, rest, said, facts) => {
  if (facts.speaker.kind !== "member") return say(dialog, { kind: "help.refused", why: "not-bound" });
  return rest === ""
    ? say(dialog, { kind: "account.unbind-asked" })
    : find("revoke")(dialog, rest, said, facts);
};

const factor: Command = (dialog) => ask(dialog, { do: "account.factor" });

/** Binding this account by a code and giving it up, where one is known, and a second factor; for staff also codes for others, and taking accounts away. */
export const ACCOUNT_COMMANDS: Commands = {
  绑定: bind,
  绑定码: bind,
  解绑: unbind,
  我的登录: (dialog) => ask(dialog, { do: "account.logins" }),
  退出其他登录: (dialog) => ask(dialog, { do: "account.leave-others" }),
  双重验证: factor,
  动态口令: factor,
};
