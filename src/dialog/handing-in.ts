import type { AttachmentRef } from "#src/message/inbound.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { ask } from "./turns.ts";

const REMEMBERED_MS = 1_800_000;

/** True while the report is awaited that somebody wanted to hand in. */
export const isAwaited = (handing: Dialog["handing"], at: Date): boolean =>
  handing !== undefined && at.getTime() - Date.parse(handing.at) <= REMEMBERED_MS;

/** Files without a word after 交年度报告 was said without one are that report; undefined where none is awaited. */
export function handInFiles(dialog: Dialog, files: readonly AttachmentRef[], at: Date): Turn | undefined {
  const { handing, ...next } = dialog;
  if (handing === undefined || !isAwaited(handing, at)) return undefined;
  return ask(next, { do: "obligation.submit", submission: handing.submission, text: "", files });
}
