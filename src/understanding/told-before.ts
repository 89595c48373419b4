import { type Draft, guessedDraft } from "./drafts.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { guarded } from "./guarded.ts";
import { AFRESH, AFTERWARDS } from "./telling.ts";
import { isWhole } from "./tells-more.ts";

// 昨天开会,会后走访2户: the meeting.
const MET = guarded(/(?:开|参加|出席|去)了?[^,。;]{0,8}会(?:议)?[^,。;]{0,4}[,。;]\s*$/u);

/** The record that `lead`, what was only led up to so far, tells of by itself before `own` begins another one. */
export function toldBefore(lead: string, own: string, kind: DutyKind): Draft | undefined {
  if (AFTERWARDS.test(own) && MET.test(lead)) return { kind: "meeting_attend", text: lead, guessed: true };
  return AFRESH.test(own) && isWhole(lead) ? guessedDraft(lead, kind) : undefined;
}

/** What was guessed at last, where `own` only says what it was: not of what was done later. */
export const guessOf = (last: Draft | undefined, own: string): Draft | undefined =>
  last?.guessed === true && !AFRESH.test(own) && !AFTERWARDS.test(own) ? last : undefined;
