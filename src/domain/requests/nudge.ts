import type { FigureBasis } from "../figures/figure-basis.ts";
import type { FigurePeriod } from "../figures/figure-period.ts";

/** Reminding those, and only those, of whom there is no record. */
export type NudgeRequest =
  /** Looks for them, and asks before anybody is written to. */
  | { readonly do: "nudge.list"; readonly messageId: number; readonly basis: FigureBasis }
  | { readonly do: "nudge.send"; readonly basis: FigureBasis; readonly people: readonly number[] };

/** What came of a request about reminding those who have not reported. */
export type NudgeOutcome = { readonly of: "nudge.sent"; readonly count: number };

/** What somebody is told about reminding those who have not reported without having asked. */
export type NudgeNews = FigurePeriod & { readonly kind: "nudge.reminder"; readonly by: string };
