import type { Facts } from "#src/domain/facts.ts";
import type { FigureView, Page } from "#src/domain/figures/figure-view.ts";
import type { Outcome } from "#src/domain/request.ts";
import type { Reply } from "#src/text/reply.ts";
import { audienceOf } from "./audience.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { keepingLeft } from "./keeping-left.ts";
import { say } from "./turns.ts";
import { isYes } from "./words.ts";

/** Keeps in mind what was filed, for the yes to it may come twice, and what was listed. */
export function keepingFiled(dialog: Dialog, outcome: Outcome, now: Date): Dialog {
  const { paged: _paged, ...unpaged } = dialog;
  const shown = outcome.of === "figures.shown" ? pageIn(outcome.view) : undefined;
  const known = shown === undefined ? unpaged : { ...unpaged, paged: shown };
  const listed = listedIn(outcome);
  if (listed !== undefined) return { ...known, listed };
  if (outcome.of === "figures.shown") return known;
  if (outcome.of === "mandate.changed") return { ...dialog, registered: true };
  const meeting = meetingIn(outcome);
  if (meeting !== undefined) return spokenOf(dialog, meeting, outcome, now);
  // What was put right stays what is spoken of, while something else is open.
  if (outcome.of === "report.amend" && dialog.pending.length > 0)
    return { ...dialog, filed: [outcome.record.number] };
  if (outcome.of !== "report.file") return dialog;
  const records = outcome.records.map((one) => one.number);
  const filed = [...records, ...outcome.opinions.map((one) => one.number)];
  const { meeting: _, meetingAt: __, ...others } = dialog;
  // ①②③ as they stood on the card.
  const named = { ...others, filed, ...(records.length > 1 ? { listed: records } : {}) };
  return keepingLeft(filed.length === 0 ? dialog : named, outcome);
}

// A register that was written just now is what a bare 定稿 makes final.
function spokenOf(dialog: Dialog, meeting: string, { of }: Outcome, now: Date): Dialog {
  const { marked: _, ...rest } = dialog;
  const known = { ...rest, meeting, meetingAt: now.toISOString() };
  return of === "attendance.marked" ? { ...known, marked: true } : known;
}

// What is said of no activity by name is of the one that was shown last.
function meetingIn(outcome: Outcome): string | undefined {
  switch (outcome.of) {
    case "activity.shown":
      return outcome.shown.number;
    case "activity.published":
    case "activity.changed":
    case "activity.nudged":
    case "activity.notice-entered":
    case "attendance.marked":
    case "attendance.final":
    case "attendance.corrected":
      return outcome.activity.number;
    default:
      return undefined;
  }
}

function listedIn(outcome: Outcome): readonly string[] | undefined {
  if (outcome.of === "report.which") return outcome.filings.map((one) => one.number);
  return outcome.of === "figures.shown" && outcome.view.kind === "figures.records"
    ? outcome.view.records.rows.map((one) => one.number)
    : undefined;
}

// Whatever a list is of, it has its page.
function pageIn(view: FigureView): Dialog["paged"] {
  const list = Object.values(view).find((one): one is Page<unknown> => isPage(one));
  return list === undefined ? undefined : { page: list.page, pages: list.pages, of: view.kind };
}

const isPage = (value: unknown): value is Page<unknown> =>
  typeof value === "object" && value !== null && "rows" in value && "pages" in value && "page" in value;

/**
 * Once anything but a yes was said, a yes means something else; and a name that 代报 was said with is of the next message
 * alone.
 */
export function forgettingFiled({ reporting: before }: Dialog, turn: Turn, text: string): Turn {
  const { reporting, ...rest } = turn.next;
  const named = reporting === undefined || reporting === before ? rest : { ...rest, reporting };
  if (isYes(text)) return { ...turn, next: named };
  const { filed: _, registered: __, ...next } = named;
  return { ...turn, next };
}

/** What came of putting one record right, and after it the next that the same words put right. */
export function goingOn(dialog: Dialog, resume: (open: Dialog) => Turn): Turn {
  const { amending: [request, ...others] = [], ...open } = dialog;
  const turn = resume(open);
  if (request === undefined) return turn;
  const left = turn.request === undefined ? others : [request, ...others];
  const next = left.length === 0 ? turn.next : { ...turn.next, amending: left };
  return { ...turn, next, request: turn.request ?? request };
}

/** What a tap or a yes hears that came a second time. */
export const usedAlready = ({ filed }: Dialog, used: boolean, facts: Facts): Reply => ({
  kind: "help.stale",
  used,
  audience: audienceOf(facts),
  ...(filed === undefined ? {} : { numbers: filed }),
});

/** The answer to a second 对, where no colleague's or clerk's record waited for it. */
export const heardTwice = (dialog: Dialog, outcome: Outcome, facts: Facts): Turn | undefined =>
  dialog.filed !== undefined && outcome.of === "report.acknowledged" && outcome.numbers.length === 0
    ? say(dialog, usedAlready(dialog, true, facts))
    : undefined;
