import type { LeaveReason } from "../leave-reason.ts";
import type { ActivityOutcome, ActivityRefusal, ActivityView } from "./activity.ts";

/** What a deputy answers to one of several calls: he or she comes, or wants leave, for a reason where one was said. */
export type AnswerToOne = {
  readonly activity: string;
  readonly coming: boolean;
  readonly reason?: LeaveReason;
  readonly note?: string;
};

/** A piece of what was said that meets no call, or one of several. */
export type AnswerToNone = {
  readonly said: string;
  /** The numbers of which one may be meant. */
  readonly among: readonly string[];
  /** Leave was asked from it before, and stands: 都去 is of the others. */
  readonly leftAlone?: true;
};

/** One line answers several calls: each takes effect by itself, and what does not is said. */
export type SeveralAnswers = {
  readonly do: "activity.answer-several";
  readonly answers: readonly AnswerToOne[];
  readonly unmet: readonly AnswerToNone[];
};

/** What became of one of them. */
export type GivenAnswer =
  | Extract<
      ActivityOutcome,
      { of: "activity.answered" | "activity.leave-sent" | "activity.leave-stands" | "activity.leave-waits" }
    >
  | { readonly of: "activity.not-answered"; readonly activity: string; readonly why: ActivityRefusal };

/** What became of all of them; `unreasoned`: leave that lacks its reason, which is asked for. */
export type SeveralAnswered = {
  readonly of: "activity.several-answered";
  readonly given: readonly GivenAnswer[];
  readonly unreasoned: readonly ActivityView[];
  readonly unmet: readonly AnswerToNone[];
};
