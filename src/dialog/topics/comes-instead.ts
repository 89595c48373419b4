import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, LeaveCard, Turn } from "../dialog.ts";
import { readNoticeAnswer, saysComing } from "../notice-answer.ts";
import { ask, without } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * While leave lacks its activity or its reason, words that say that the deputy comes end that, and are the answer: they
 * are no reason to stay away. Undefined for all else.
 */
export function comesInstead(
  dialog: Dialog,
  { asked }: LeaveCard,
  { text }: Said,
  { today }: Facts,
): Turn | undefined {
  if (asked.of === "activity.why-refuse" || !saysComing(text)) return undefined;
  const read = readNoticeAnswer(text, today);
  const on = read?.means === "coming" ? read.on : undefined;
  const meant =
    asked.of === "activity.which" ? asked.activities.filter((one) => one.on === on) : [asked.activity];
  const [one, ...others] = meant;
  return ask(without(dialog, "leave"), {
    do: "activity.coming",
    ...(one === undefined || others.length > 0 ? {} : { activity: one.number }),
  });
}
