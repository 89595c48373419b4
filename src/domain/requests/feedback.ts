import type { Page } from "../figures/figure-view.ts";

/** About the program itself: anybody may say something, the office reads it and puts it aside. */
export type FeedbackRequest =
  | { readonly do: "feedback.leave"; readonly text: string; readonly messageId: number }
  | { readonly do: "feedback.list"; readonly page: number }
  | { readonly do: "feedback.close"; readonly id: number };

/** One thing said about the program; the name is null where a resident or a stranger said it. */
export type FeedbackLine = { readonly id: number; readonly name: string | null; readonly text: string };

/** What came of a request about the program itself. */
export type FeedbackOutcome =
  | { readonly of: "feedback.left" }
  | { readonly of: "feedback.listed"; readonly lines: Page<FeedbackLine> }
  | { readonly of: "feedback.closed"; readonly id: number; readonly found: boolean };
