import type { OfficeRequest } from "#src/inbox/perform-office.ts";
import { is, MESSAGE, never, type Probe } from "./probe.ts";

type Name = Extract<OfficeRequest["do"], `feedback.${string}` | `on-call.${string}` | `retention.${string}`>;

/** A probe for what is about the program itself, and about being on call. */
export const OFFICE_PROBES: Readonly<Record<Name, Probe>> = {
  "on-call.show": { request: () => ({ do: "on-call.show" }), reached: never },
  "on-call.set": { request: () => ({ do: "on-call.set", on: true }), reached: never },
  "retention.show": { request: () => ({ do: "retention.show" }), reached: is("retention.shown") },
  "feedback.leave": {
    request: () => ({ do: "feedback.leave", text: "字太小了", messageId: MESSAGE }),
    reached: is("feedback.left"),
  },
  "feedback.list": { request: () => ({ do: "feedback.list", page: 1 }), reached: is("feedback.listed") },
  "feedback.close": {
    request: ({ feedback }) => ({ do: "feedback.close", id: feedback }),
    reached: ({ outcome }) => outcome.of === "feedback.closed" && outcome.found,
  },
};
