import type { ActivityDraft } from "./read-plan.ts";
import type { SessionDraft } from "./read-session.ts";

/** An activity that is being planned, and the piece that is asked about. */
export type ActivityCard = {
  readonly at: "activity";
  readonly card: string;
  readonly messageId: number;
  readonly draft: ActivityDraft;
  /** `next`: nothing yet, another activity of the same message goes before. */
  readonly asked: "org" | "names" | "on" | "time" | "year" | "next";
};

/** A congress session that is being planned, whose hours are asked for. */
export type SessionCard = {
  readonly at: "session";
  readonly card: string;
  readonly messageId: number;
  readonly draft: SessionDraft;
};
