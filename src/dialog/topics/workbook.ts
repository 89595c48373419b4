import type { Facts } from "#src/domain/facts.ts";
import type { Outcome } from "#src/domain/request.ts";
import type { WorkbookOutcome } from "#src/domain/requests/workbook.ts";
import type { AttachmentRef } from "#src/message/inbound.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";
import { numbersIn } from "../spoken-number.ts";
import { toReplies } from "./outcome.ts";

/** What somebody's file is where it is a workbook. */
export const findWorkbook = (files: readonly AttachmentRef[]): AttachmentRef | undefined =>
  files.findLast((one) => one.type.endsWith("spreadsheetml.sheet"));

/** A workbook that staff send by itself is read for what its sheets say it is; undefined for other files. */
export function hearWorkbook(
  dialog: Dialog,
  come: readonly AttachmentRef[],
  messageId: number,
  facts: Facts,
): Turn | undefined {
  const book = come.length === 1 ? findWorkbook(come) : undefined;
  if (book === undefined || !isStaff(facts.speaker)) return undefined;
  return ask(dialog, { do: "workbook.read", messageId, file: book.id });
}

type Opened = Extract<WorkbookOutcome, { of: "workbook.plan" | "workbook.minutes" }>;

/** True where a workbook was read that something is to be made of. */
export const isOpened = (outcome: Outcome): outcome is Opened =>
  outcome.of === "workbook.plan" || outcome.of === "workbook.minutes";

function previewPlan(dialog: Dialog, opened: Extract<Opened, { of: "workbook.plan" }>): Turn {
  const { messageId, rows, sittings, problems } = opened;
  return ask(dialog, { do: "plan.preview", messageId, rows, sittings, problems });
}

/** Asks what a workbook would make of what is on file. */
export function presentWorkbook(dialog: Dialog, opened: Opened): Turn {
  const { messageId } = opened;
  if (opened.of === "workbook.plan") return previewPlan(dialog, opened);
  const { register } = opened;
  const activity = numbersIn(register.activity, "活")[0] ?? register.activity;
  return ask(dialog, { do: "attendance.preview", messageId, ...register, activity });
}

type WithGone = Extract<Outcome, { of: "plan.published" | "plan.same" }>;

/** True where a plan does not have any more what an earlier one had. */
export const hasGone = (outcome: Outcome): outcome is WithGone =>
  (outcome.of === "plan.published" || outcome.of === "plan.same") && outcome.gone.numbers.length > 0;

/** Says what became of a plan, and asks whether what it does not have any more is to be called off. */
export const askAboutGone = (dialog: Dialog, outcome: WithGone, facts: Facts): Turn => ({
  next: dialog,
  replies: toReplies(outcome, facts),
  request: { do: "plan.drop", ...outcome.gone },
});
