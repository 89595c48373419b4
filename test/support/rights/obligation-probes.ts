import type { ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { DeadlineRequest } from "#src/domain/requests/deadline.ts";
import { is, MESSAGE, never, type Probe } from "./probe.ts";

type Asked = (ObligationRequest | DeadlineRequest)["do"];

/** A probe for every request about what is owed and reminded of; the things of the test have a self-review handed in. */
export const OBLIGATION_PROBES: Readonly<Record<Asked, Probe>> = {
  "obligation.submit": {
    request: () => ({ do: "obligation.submit", submission: "self_review", text: "很好", files: [] }),
    reached: never,
  },
  "obligation.accept": {
    request: ({ name }) => ({ do: "obligation.accept", submission: "self_review", name }),
    reached: is("obligation.decided"),
  },
  "obligation.return": {
    request: ({ name }) => ({
      do: "obligation.return",
      submission: "self_review",
      name,
      reason: "请补充",
    }),
    reached: is("obligation.decided"),
  },
  "obligation.read": {
    request: ({ name }) => ({ do: "obligation.read", submission: "self_review", name }),
    reached: is("obligation.text"),
  },
  "obligation.on-paper": {
    request: () => ({ do: "obligation.on-paper", submission: "self_review" }),
    reached: never,
  },
  "obligation.enter-paper": {
    request: ({ name }) => ({ do: "obligation.enter-paper", submission: "self_review", name }),
    reached: ({ outcome }, { name }) => JSON.stringify(outcome).includes(name),
  },
  "obligation.nudge": {
    request: () => ({ do: "obligation.nudge" }),
    reached: ({ outcome }, { name }) => JSON.stringify(outcome).includes(name),
  },
  "obligation.own": { request: () => ({ do: "obligation.own" }), reached: never },
  "obligation.whether": {
    request: () => ({ do: "obligation.whether", submission: "self_review" }),
    reached: never,
  },
  "obligation.late": {
    request: () => ({ do: "obligation.late" }),
    reached: ({ outcome }, { name }) => JSON.stringify(outcome).includes(name),
  },
  "deadline.snooze": {
    request: ({ reminder }) => ({ do: "deadline.snooze", reminder, length: "hour", messageId: MESSAGE }),
    reached: is("deadline.snooze"),
  },
  "deadline.decline": {
    request: ({ reminder }) => ({ do: "deadline.decline", reminder }),
    reached: is("deadline.decline"),
  },
};
