import type { Facts } from "#src/domain/facts.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { withoutKinds } from "../asked-kinds.ts";
import { FILLER, readBareQuestion } from "../bare-question.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { hearDeedsAsked } from "./deeds-asked.ts";
import { hearPlainQuery } from "./figures.ts";
import { hearPersonAsked } from "./person-asked.ts";
import { periodsApart } from "./periods-apart.ts";
import type { Said } from "./report.ts";
import { hearStaffAsked } from "./staff-asked.ts";
import { hearThereAsked } from "./there-asked.ts";
import { hearVisitedAsked, hearWithWhom } from "./visited-asked.ts";

// 今年2月和去年12月: nothing was done and nothing is asked but these.
function isOnlyPeriods({ text }: Said, { speaker, today }: Facts): boolean {
  if (speaker.kind !== "member" || text.length > LONGEST) return false;
  const dates = findDates(text, { today, prefer: "past" });
  const left = dates.reduce((rest, one) => rest.replace(one.text, " "), text.normalize("NFKC"));
  return dates.length > 1 && dates.every((one) => one.wide) && withoutKinds(left).replace(FILLER, "") === "";
}

const LONGEST = 30;

/** A question in bare words, whatever else it sounds like; what was understood as one about oneself stays that. */
export const hearBareQuestion = (
  dialog: Dialog,
  read: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined => hearBare(dialog, read, said, facts) ?? hearDeedsAsked(dialog, read, said, facts);

function hearBare(
  dialog: Dialog,
  { intent, query, ask }: Understanding,
  said: Said,
  facts: Facts,
): Turn | undefined {
  const isRead = intent === "query" && !ask.includes("intent");
  const asked =
    hearStaffAsked(dialog, said, facts) ??
    hearThereAsked(dialog, said, facts) ??
    hearVisitedAsked(dialog, said, facts) ??
    hearWithWhom(dialog, said, facts) ??
    (isRead ? undefined : hearPersonAsked(dialog, said, facts));
  if (asked !== undefined) return asked;
  if (query?.name.startsWith("my_") === true) return undefined;
  const bare = readBareQuestion(said, facts);
  if (bare !== undefined) return hearPlainQuery(dialog, bare.asked, { ...said, text: bare.words }, facts);
  return isOnlyPeriods(said, facts) ? periodsApart(dialog, said, facts) : undefined;
}
