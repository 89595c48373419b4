import type { Act } from "#src/domain/act.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Outcome } from "#src/domain/request.ts";
import { afterMoving } from "./as-it-stands.ts";
import { audienceOf } from "./audience.ts";
import { afterDropping, comingBack, followedByOpen } from "./coming-back.ts";
import { findCommand } from "./commands.ts";
import { firstHeard } from "./first-heard.ts";
import { type Dialog, IDLE, type Input, type Turn } from "./dialog.ts";
import { forgettingFiled, goingOn, heardTwice, keepingFiled, usedAlready } from "./just-filed.ts";
import { hearIntent } from "./intents.ts";
import { isFigureAct, showFigure } from "./topics/figure-shown.ts";
import { toReplies } from "./topics/outcome.ts";
import type { Reply } from "#src/text/reply.ts";
import { hearAnswer } from "./hear-answer.ts";
import { hearPending } from "./hear-pending.ts";
import { awaitingNumber } from "./hear-number.ts";
import { insteadOf } from "./or-else.ts";
import { hushed, turnAway } from "./strangers.ts";
import { resumeHeardOn } from "./topics/heard-then.ts";
import { keepingPushedOut } from "./topics/pushed-out.ts";
import { hearOnIntent } from "./topics/on-intent.ts";
import type { Said } from "./topics/report.ts";
import { tapSuggestion } from "./topics/suggestion.ts";
import { tellingAllActivities } from "./topics/all-activities.ts";
import { isActivityAct } from "./topics/activity.ts";
import { goOn } from "./topics/present-draft.ts";
import { hearMandateChange } from "./topics/mandate.ts";
import { dropUnfinished, isUnfinished } from "./topics/drop-unfinished.ts";
import { minding } from "./topics/leave.ts";
import { withoutLapsed } from "./without-lapsed.ts";
import { withoutOver } from "./without-over.ts";
import { whyOfSeveral } from "./topics/one-reason.ts";
import { bringFiles, hasTaken, minded, settled } from "./topics/files.ts";
import { waitingFiles, withoutFiles } from "./topics/held-files.ts";
import { hearBareFiles } from "./topics/file-words.ts";
import { hearUnlike } from "./hear-unlike.ts";
import { hearEdited } from "./topics/edited.ts";
import { askAboutGone, hasGone, isOpened, presentWorkbook } from "./topics/workbook.ts";
import { afterBareYes } from "./topics/notice.ts";
import { answeringObjected } from "./topics/objecting.ts";
import { tapReport } from "./topics/tap-report.ts";
import { askBack, decidesIt, tapSure } from "./topics/sure.ts";
import { askWhose, resumeWhose } from "./topics/whose.ts";
import { readWell } from "./read-well.ts";
import { ask, findPending, focus, inFocus, say } from "./turns.ts";
import { yearOf } from "#src/domain/day.ts";
import { writtenOut } from "./spoken-number.ts";
import { isYes } from "./words.ts";

/** The longest message that is read at once, in characters. */
export const LONGEST = 4096;

/**
 * One step of a conversation, pure: where it stands, what happened and what is known give where it stands next,
 * what to say, and at most one thing to ask of the house. What came of that is the next step's input.
 */
export function step(dialog: Dialog, input: Input, facts: Facts): Turn {
  const at = "sentAt" in input ? input.sentAt : facts.now;
  if (input.kind !== "text") return keepingPushedOut(dialog, stepOn(dialog, input, facts), at, facts);
  const { dialog: open, told } = withoutOver(withoutLapsed(dialog, at), facts.today);
  const turn = keepingPushedOut(open, stepOn(open, input, facts), at, facts);
  return told.length === 0 ? turn : { ...turn, replies: [...told, ...turn.replies] };
}

function stepOn(dialog: Dialog, input: Input, facts: Facts): Turn {
  const turnedAway = turnAway(dialog, input, facts);
  if (turnedAway !== undefined) return turnedAway;
  const saysOnce = (reply: Reply): Turn => hushed(say(dialog, reply), dialog, facts);
  switch (input.kind) {
    case "text":
      return hushed(afterDropping(hearMessage(dialog, input, facts), facts), dialog, facts, input.text);
    case "act":
      return afterDropping(
        tap(dialog, input.act, { text: "", messageId: input.messageId, at: input.sentAt }, facts),
        facts,
      );
    case "stale":
      return saysOnce(usedAlready(dialog, input.used, facts));
    case "unclear":
      return say(dialog, { kind: "help.which-card", said: input.said, options: input.options });
    case "unreadable":
      return saysOnce({ kind: "help.unreadable", what: input.what, audience: audienceOf(facts) });
    case "outcome":
      return goingOn(dialog, (at) =>
        insteadOf(at, input.outcome, facts, (open) => resume(open, input.outcome, facts)),
      );
  }
}

function hearMessage(dialog: Dialog, input: Extract<Input, { kind: "text" }>, facts: Facts): Turn {
  const { text, messageId, sentAt: at, attachments: come, proposal } = input;
  const changed = hearEdited(dialog, input, facts);
  if (changed !== undefined) return changed;
  const said = { text, messageId, at, ...(proposal === undefined ? {} : { proposal }) };
  const bare = hearBareFiles(dialog, come, said, facts);
  if (bare !== undefined) return bare;
  const heard = hear(dialog, { ...said, files: waitingFiles(dialog, come, at, facts) }, facts);
  const turn = forgettingFiled(dialog, tellingAllActivities(heard, text, facts), text);
  if (hasTaken(turn, messageId)) return { ...turn, next: settled(turn.next) };
  // The words made no card of their own: the files belong to the one in view, or wait.
  return come.length === 0 ? turn : minded(hear(bringFiles(dialog, come, said, facts), said, facts));
}

function hear(dialog: Dialog, spoken: Said, facts: Facts): Turn {
  const said = { ...spoken, text: writtenOut(spoken.text, yearOf(facts.today)) };
  if (said.text.trim() === "") return say(dialog, { kind: "help.empty", audience: audienceOf(facts) });
  if (said.text.length > LONGEST) return say(dialog, { kind: "help.too-long" });
  const first = firstHeard(dialog, said, facts);
  if (first !== undefined) return first;
  const change = hearMandateChange(dialog, said, facts);
  if (change !== undefined) return change;
  const asked = inFocus(dialog);
  if (asked?.at !== "report" || asked.questions[0]?.field !== "intent" || asked.whose !== undefined)
    return hearOn(dialog, said, facts);
  return (
    hearOnIntent(dialog, asked, said, facts) ?? hearOn(focus(dialog, { ...asked, letGo: true }), said, facts)
  );
}

// What a message is was asked once; whatever is said next is about something else.
function hearOn(dialog: Dialog, said: Said, facts: Facts): Turn {
  const pending = inFocus(dialog);
  // 准假 under the card that asks whether leave is granted is its yes, and lists nothing.
  const command =
    pending?.at === "sure" && decidesIt(pending, said.text) ? undefined : findCommand(said.text);
  const answer = command === undefined ? hearAnswer(dialog, said, facts) : undefined;
  if (answer !== undefined) return answer;
  if (command === undefined && pending !== undefined) {
    const turn = hearPending(dialog, pending, said, facts);
    if (turn !== undefined) return turn;
  }
  // A bare yes may be a deputy's word on what staff entered: the house knows.
  if (command === undefined && isYes(said.text) && facts.speaker.kind === "member")
    return ask(dialog, { do: "report.acknowledge", numbers: [], right: true });
  if (command !== undefined) return comingBack(command.run(dialog, command.rest, said, facts), dialog, facts);
  return comingBack(hearIntent(dialog, readWell(said, facts), said, facts), dialog, facts);
}

function tap(before: Dialog, act: Act, said: Said, facts: Facts): Turn {
  const dialog = answeringObjected(before, act);
  if (isActivityAct(act) || act.do === "mandate.preview") return ask(dialog, act);
  if (isFigureAct(act) || act.do === "mandate.undo-preview") return ask(dialog, act);
  if (act.do === "report.share" || act.do === "report.acknowledge") return ask(dialog, act);
  if (act.do === "deadline.snooze") return ask(dialog, { ...act, messageId: said.messageId });
  if (act.do === "say") return hear(dialog, { ...said, text: act.text }, facts);
  if (act.do === "report.amend" || act.do === "deadline.decline") return ask(dialog, act);
  if (act.do === "account.unbind" || act.do === "account.choose") return ask(dialog, act);
  const audience = audienceOf(facts);
  if (!("card" in act)) return say(dialog, { kind: "help.stale", used: false, audience });
  const pending = findPending(dialog, act.card);
  if (pending === undefined) return say(dialog, usedAlready(dialog, true, facts));
  if (act.do === "card.whose")
    return pending.at === "report"
      ? askWhose(dialog, pending, act.name)
      : say(dialog, { kind: "help.stale", used: true, audience });
  if (pending.at === "report") return tapReport(dialog, pending, act, said, facts);
  if (pending.at === "activity" && act.do === "card.confirm") return goOn(dialog, pending, facts);
  if (isUnfinished(pending)) return dropUnfinished(dialog, pending);
  if (pending.at === "sure") return tapSure(dialog, pending, act, said, facts);
  return tapSuggestion(dialog, pending, act, said, facts);
}

function resume(dialog: Dialog, outcome: Outcome, facts: Facts): Turn {
  if (outcome.of === "sure" || outcome.of === "mandate.day-wanted") return askBack(dialog, outcome);
  if (isOpened(outcome)) return presentWorkbook(dialog, outcome);
  if (hasGone(outcome)) return askAboutGone(dialog, outcome, facts);
  if (outcome.of === "file.unlike") return hearUnlike(dialog, outcome, facts);
  // Somebody else speaks here from now on: what the other had begun is not theirs to see.
  if (outcome.of === "account.number-wanted")
    return say(awaitingNumber(dialog, outcome.code, facts), ...toReplies(outcome, facts));
  if (outcome.of === "account.bind" || outcome.of === "account.unbind" || outcome.of === "data.erased")
    return say(IDLE, ...toReplies(outcome, facts));
  if (outcome.of === "report.whose" || outcome.of === "report.whose-found")
    return resumeWhose(dialog, outcome, facts);
  if (outcome.of === "report.heard-on") return resumeHeardOn(dialog, outcome, facts);
  const twice = heardTwice(dialog, outcome, facts) ?? afterBareYes(dialog, outcome, facts);
  if (twice !== undefined) return twice;
  const known = afterMoving(keepingFiled(dialog, outcome, facts.now), outcome);
  const next = minding(
    outcome.of === "file.attached" ? withoutFiles(known, outcome.files) : known,
    outcome,
    facts.now,
  );
  const turn =
    outcome.of === "figures.shown" ? showFigure(next, outcome) : say(next, ...toReplies(outcome, facts));
  const waiting = inFocus(next);
  const isAskedNow =
    waiting?.at === "leave" && (waiting.asked === outcome || whyOfSeveral(outcome) !== undefined);
  return waiting === undefined || isAskedNow ? turn : followedByOpen(turn, waiting, facts);
}
