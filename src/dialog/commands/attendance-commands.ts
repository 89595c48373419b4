import type { Dialog, Turn } from "../dialog.ts";
import { readMinutes } from "../read-minutes.ts";
import { readRegister } from "../read-register.ts";
import { withoutBefore } from "../register-words.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { isStaff } from "../audience.ts";
import { activityIn } from "../topics/activity.ts";
import { hearFinalOf } from "../topics/final-told.ts";
import { hearAttended } from "../topics/attended.ts";
import { hearRegisterAmended } from "../topics/register-amended.ts";
import { findWorkbook } from "../topics/workbook.ts";
import { ask, say } from "../turns.ts";
import type { Command, Commands } from "./command.ts";

const noNumber = (dialog: Dialog): Turn => say(dialog, { kind: "attendance.refused", why: "no-number" });

const register: Command = (dialog, rest, said, facts) => {
  const activity = activityIn(rest);
  if (activity === undefined) return hearAttended(dialog, said, facts) ?? noNumber(dialog);
  const { unread, ...read } = readRegister(withoutNumbers(rest), facts.people);
  if (unread.length > 0) return say(dialog, { kind: "attendance.unread", names: unread });
  return ask(dialog, { do: "attendance.preview", messageId: said.messageId, activity, ...read });
};

/** A list of who was there for how long; without words an empty one to fill in. */
const times: Command = (dialog, rest, { messageId, files = [] }, facts) => {
  const activity = activityIn(rest);
  const book = findWorkbook(files);
  if (activity === undefined && isStaff(facts.speaker))
    return book === undefined
      ? ask(dialog, { do: "workbook.template", messageId, of: "minutes" })
      : ask(dialog, { do: "workbook.read", messageId, file: book.id });
  if (activity === undefined) return noNumber(dialog);
  const { unread, ...read } = readMinutes(withoutNumbers(rest), facts.people);
  if (unread.length > 0) return say(dialog, { kind: "attendance.unread", names: unread });
  return ask(dialog, { do: "attendance.preview", messageId, activity, ...read });
};

const finalise: Command = (dialog, rest, _said, { today }) => {
  const bare = rest.trim() === "" && dialog.marked === true ? dialog.meeting : undefined;
  const activity = activityIn(rest) ?? bare;
  // Which of them wait is shown with the line that makes each final.
  return activity === undefined
    ? hearFinalOf(dialog, rest, today)
    : ask(dialog, { do: "attendance.finalise", activity });
};

const correct: Command = (dialog, rest, said, facts) => {
  const activity = activityIn(rest);
  if (activity === undefined)
    return hearRegisterAmended(dialog, `更正${rest}`, said.messageId, facts, true) ?? noNumber(dialog);
  const { marks, rest: others, unread } = readRegister(withoutBefore(withoutNumbers(rest)), facts.people);
  const [mark, ...more] = marks;
  if (others !== null || more.length > 0)
    return say(dialog, { kind: "attendance.one-by-one", activity, marks: others === null ? marks : [] });
  if (mark === undefined) return say(dialog, { kind: "attendance.refused", why: "no-status" });
  if (unread.length > 0) return say(dialog, { kind: "attendance.unread", names: unread });
  const { name, status } = mark;
  return ask(dialog, { do: "attendance.correct", activity, name, status });
};

/** Registers, and their corrections. */
export const ATTENDANCE_COMMANDS: Commands = {
  到会: register,
  考勤: register,
  到会时间: times,
  到会时间表: times,
  定稿: finalise,
  改考勤: correct,
};
