import type { Facts } from "#src/domain/facts.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { hearOnShare } from "./topics/asked-of-share.ts";
import { hearNoticeAnswer } from "./topics/notice.ts";
import { hearObjection } from "./topics/objecting.ts";
import type { Said } from "./topics/report.ts";
import { inFocus } from "./turns.ts";

/** What a message answers that came unasked: a colleague's record, an absence that was told of, or a notice. Undefined where it answers none. */
export const hearAnswer = (dialog: Dialog, said: Said, facts: Facts): Turn | undefined =>
  hearOnShare(dialog, said, facts) ??
  hearObjection(dialog, said, facts, inFocus(dialog) === undefined) ??
  hearNoticeAnswer(dialog, said, facts);
