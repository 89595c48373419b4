import { findAccessCode } from "#src/domain/access-code.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const bind: Command = (dialog, rest) => ask(dialog, { do: "account.bind", code: findAccessCode(rest) ?? "" });

const unbind: Command = (dialog, _rest, _said, facts) =>
  facts.speaker.kind === "member"
    ? say(dialog, { kind: "account.unbind-asked" })
    : say(dialog, { kind: "help.refused", why: "not-bound" });

/** Binding this account by a code, and giving it up. */
export const ACCOUNT_COMMANDS: Commands = { 绑定: bind, 绑定码: bind, 解绑: unbind };
