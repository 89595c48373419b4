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

/** What may be asked about congress sessions. */
export type SessionRequest =
  /** Looks up whose congress it is, and asks before anybody is told. */
  | { readonly do: "session.preview"; readonly messageId: number; readonly plan: SessionPlan }
  | { readonly do: "session.publish"; readonly plan: SessionPlan; readonly orgId: number };

/** A session that was called: `people` were told, `unreached` have no account to be told at. */
export type SessionOutcome = {
  readonly of: "session.published";
  readonly activity: ActivityView;
  readonly sittings: readonly ActivityView[];
  readonly people: number;
  readonly unreached: readonly string[];
};

/** What deputies hear of a session they are called to. */
export type SessionNews = {
  readonly kind: "session.called";
  readonly activity: ActivityView;
  readonly sittings: readonly ActivityView[];
};

/** No one congress is meant, or the sittings do not follow one another in time. */
export type SessionRefusal = "session-which-org" | "session-order";
