import type { Dialog, Pending } from "./dialog.ts";

/** So long a question about leave waits for words; later ones are about something else. Its buttons go on working. */
const WAITS_MS = 2 * 3_600_000;

/** So long an activity that staff looked at is meant by what names none. */
const MEANT_MS = 12 * 3_600_000;

/** A conversation without a question about leave that was asked too long ago, and an activity that was. */
export const withoutLapsed = (dialog: Dialog, now: Date): Dialog =>
  withoutOldMeeting(
    dialog.pending.some((one) => hasLapsed(one, now))
      ? { ...dialog, pending: dialog.pending.filter((one) => !hasLapsed(one, now)) }
      : dialog,
    now,
  );

function withoutOldMeeting(dialog: Dialog, now: Date): Dialog {
  const { meeting: _, meetingAt, marked: _marked, ...rest } = dialog;
  return meetingAt !== undefined && +now - Date.parse(meetingAt) > MEANT_MS ? rest : dialog;
}

const hasLapsed = (one: Pending, now: Date): boolean =>
  one.at === "leave" &&
  one.asked.of !== "activity.why-refuse" &&
  one.askedAt !== undefined &&
  +now - Date.parse(one.askedAt) > WAITS_MS;
