import type { SittingKind } from "../activity.ts";
import type { Day } from "../day.ts";
import type { ActivityView } from "./activity.ts";

/** One sitting as it was planned. */
export type SittingPlan = {
  readonly kind: SittingKind;
  readonly on: Day;
  /** Local wall-clock HH:MM. */
  readonly time: string;
  readonly place?: string;
};

/** A congress session as staff planned it, with its sittings in order. */
export type SessionPlan = {
  readonly org: string;
  readonly title: string;
  readonly place?: string;
  readonly sittings: readonly SittingPlan[];
};

export type SessionRequest =
  /** Looks up whose congress it is, and asks before anybody is told. */
  | { readonly do: "session.preview"; readonly messageId: number; readonly plan: SessionPlan }
  | { readonly do: "session.publish"; readonly plan: SessionPlan; readonly orgId: number };

export type SessionOutcome = {
  readonly of: "session.published";
  readonly activity: ActivityView;
  readonly sittings: readonly ActivityView[];
  readonly people: number;
  readonly unreached: readonly string[];
};

export type SessionNews = {
  readonly kind: "session.called";
  readonly activity: ActivityView;
  readonly sittings: readonly ActivityView[];
};

export type SessionRefusal = "session-which-org" | "session-order";
