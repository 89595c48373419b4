import { isStaff } from "../audience.ts";
import { announceSession } from "../topics/session.ts";
import { say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const publish: Command = (dialog, rest, said, facts) =>
  isStaff(facts.speaker)
    ? announceSession(dialog, rest, said, facts)
    : say(dialog, { kind: "help.refused", why: "staff-only" });

/** Calling a congress session with its sittings. */
export const SESSION_COMMANDS: Commands = { 发布会议: publish, 发布人代会: publish };
