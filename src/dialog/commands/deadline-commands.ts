import type { SnoozeLength } from "#src/domain/requests/deadline.ts";
import { ask } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const snooze =
  (length: SnoozeLength): Command =>
  (dialog, _rest, { messageId }) =>
    ask(dialog, { do: "deadline.snooze", length, messageId });

const decline: Command = (dialog) => ask(dialog, { do: "deadline.decline" });

/** What a person says to the reminder that came last. */
export const DEADLINE_COMMANDS: Commands = {
  "1小时后": snooze("hour"),
  "1小时后再提醒": snooze("hour"),
  一小时后: snooze("hour"),
  过一小时: snooze("hour"),
  一会儿再提醒: snooze("hour"),
  明早: snooze("morning"),
  明早再提醒: snooze("morning"),
  明天早上再提醒: snooze("morning"),
  不再提醒: decline,
  不再提醒此项: decline,
  别再提醒: decline,
};
