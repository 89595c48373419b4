import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readHeld } from "../kinds-held.ts";
import { readRegisterAmended } from "../read-register-amended.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";

const OF_REGISTER =
  /登记|考勤|签到|出勤|活动|会议|开会|小组会|那[场次]|视察|调研|培训|学习|评议|接待日|执法检查|缺席/u;

/**
 * Staff say that a register is wrong, and what became of whom: by the number of the activity, by its day, or of what was
 * shown last. What follows is shown before anything changes. `ordered` where the command says that it is a correction.
 */
export function hearRegisterAmended(
  dialog: Dialog,
  text: string,
  messageId: number,
  facts: Facts,
  ordered = false,
): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const plain = withoutNumbers(text.normalize("NFKC")).trim();
  const days = findDates(plain, { today: facts.today, prefer: "past" }).filter(
    (one) => !one.wide && !one.doubtful,
  );
  const day = days.find((one) => one.start <= facts.today);
  const read = readRegisterAmended(plain.replace(day?.text ?? "", " "), facts.people);
  if (read === undefined || (days.length > 0 && day === undefined)) return undefined;
  const { marks, surely } = read;
  const said = activityIn(text);
  const isOfRegister = said !== undefined || OF_REGISTER.test(plain) || ordered;
  if (!isOfRegister && !(surely && (day !== undefined || dialog.meeting !== undefined)) && day === undefined)
    return undefined;
  const near = said ?? (day === undefined ? dialog.meeting : undefined);
  return ask(dialog, {
    do: "attendance.preview-on",
    messageId,
    ...(day === undefined ? {} : { heldOn: day.start }),
    ...(near === undefined ? {} : { near }),
    ...readHeld(plain),
    words: marks.map(({ name, status }) => `${name}${ATTENDANCE_STATUSES[status]}`).join(","),
    amends: true,
    marks,
    rest: null,
  });
}
