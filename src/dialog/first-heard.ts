import type { Facts } from "#src/domain/facts.ts";
import { audienceOf } from "./audience.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { saysLeaveAsked } from "./objection-words.ts";
import { inFocus, say } from "./turns.ts";
import { hearCorrection } from "./hear-correction.ts";
import { hearDanger } from "./hear-danger.ts";
import { hearHandedIn } from "./hear-handed-in.ts";
import { hearHelpAsked } from "./help-asked.ts";
import { hearCode } from "./strangers.ts";
import { hearAilment } from "./topics/ailment.ts";
import { hearAttach } from "./topics/file-words.ts";
import { hearExplained } from "./topics/explain.ts";
import { hearFatesAsked } from "./topics/fates-asked.ts";
import { hearFilesOff } from "./topics/files-off.ts";
import { hearOnEntered } from "./topics/hear-entered.ts";
import { hearHalves } from "./topics/halves.ts";
import { hearLeaveTalk } from "./topics/leave-talk.ts";
import { hearLeaveVerdict } from "./topics/leave-verdict.ts";
import { hearMarkedAsked } from "./topics/marked-asked.ts";
import { hearNoSuchDay } from "./topics/no-such-day.ts";
import { hearOwnStates } from "./topics/own-states.ts";
import { hearObjection } from "./topics/objecting.ts";
import { hearObjectionsAsked } from "./topics/objections-asked.ts";
import type { Said } from "./topics/report.ts";
import { hearRestore } from "./topics/restore.ts";
import { hearSnooze } from "./topics/snooze.ts";
import { hearSeveral } from "./topics/several.ts";
import { hearVerifiedWrongly } from "./topics/verified-wrongly.ts";
import { hearVerdict } from "./topics/verdict.ts";

/**
 * What is heard before all else, whatever is open: danger (but an ailment as why leave is wanted is that), a code of somebody unknown, a cry for help, what was asked
 * for to put one's own data right, the report of a year, a link and nothing else, photos that are not wanted, a wish to be reminded later,
 * what is said of leave that would else be taken for a wish for it, what staff decide on it and on objections, what is asked of objections, and what
 * answers several calls, a question about what became of records that staff wrote down or sent back, or about those of a mark, which begins with the words of orders, and a deputy's word on
 * several records that staff entered.
 */
export const firstHeard = (dialog: Dialog, said: Said, facts: Facts): Turn | undefined =>
  hearAilment(dialog, said, facts) ??
  hearDanger(dialog, said, facts) ??
  hearCode(dialog, said.text, facts) ??
  hearHelpAsked(dialog, said.text, facts) ??
  hearCorrection(dialog, said) ??
  hearHandedIn(dialog, said, facts) ??
  hearLink(dialog, said.text, facts) ??
  hearFilesOff(dialog, said, facts) ??
  hearAttach(dialog, said, facts) ??
  hearSnooze(dialog, said, facts) ??
  hearExplained(dialog, said, facts) ??
  hearRestore(dialog, said, facts) ??
  hearVerifiedWrongly(dialog, said, facts) ??
  hearVerdict(dialog, said, facts) ??
  hearObjectionsAsked(dialog, said, facts) ??
  (saysLeaveAsked(said.text)
    ? hearObjection(dialog, said, facts, inFocus(dialog) === undefined)
    : undefined) ??
  hearLeaveTalk(dialog, said, facts) ??
  hearLeaveVerdict(dialog, said, facts) ??
  hearHalves(dialog, said, facts) ??
  hearSeveral(dialog, said, facts) ??
  hearOwnStates(dialog, said, facts) ??
  hearNoSuchDay(dialog, said, facts) ??
  hearFatesAsked(dialog, said, facts) ??
  hearMarkedAsked(dialog, said, facts) ??
  hearOnEntered(dialog, said, facts);

// What a forwarded article is where the network sends it as words; with words of one's own it is read.
const LINK = /^(?:[【「《[][^\n]{0,80}[】」》\]])?\s*https?:\/\/\S{3,}$/u;

const hearLink = (dialog: Dialog, text: string, facts: Facts): Turn | undefined =>
  LINK.test(text.normalize("NFKC").trim())
    ? say(dialog, { kind: "help.unreadable", what: "card", audience: audienceOf(facts) })
    : undefined;
