import type { Facts } from "#src/domain/facts.ts";
import type { Outcome } from "#src/domain/request.ts";
import { toCard } from "./card.ts";
import type { Dialog, Turn } from "./dialog.ts";
import type { NamedChange } from "./named-change.ts";
import { readWell } from "./read-well.ts";
import { presentNew, type Said } from "./topics/report.ts";

/** Keeps what words report, should nothing on record be like what they add somebody to: 昨天走访黄连村张伟也去了. */
export function orElse(dialog: Dialog, { amendment }: NamedChange, said: Said, facts: Facts): Dialog {
  if (amendment.field !== "with" || amendment.more !== true) return dialog;
  const read = readWell(said, facts);
  const isReport = read.intent === "report" && read.reports.length === 1 && !read.ask.includes("intent");
  return isReport ? { ...dialog, instead: toCard(read, said, facts) } : dialog;
}

/** Shows what was kept, where nothing was like it; else it is forgotten. */
export function insteadOf(dialog: Dialog, outcome: Outcome, facts: Facts, go: (open: Dialog) => Turn): Turn {
  const { instead, ...open } = dialog;
  if (instead === undefined) return go(dialog);
  const isNothing =
    (outcome.of === "report.which" && !outcome.found) ||
    (outcome.of === "refused" && outcome.why === "no-such-record");
  return isNothing ? presentNew(open, instead, facts) : go(open);
}
