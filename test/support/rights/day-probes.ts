import { sql } from "drizzle-orm";
import { MESSAGE, type Probe } from "./probe.ts";

/** What is asked of an activity by its day instead of its number. */
export const DAY_PROBES: Readonly<Record<"activity.change-on" | "activity.of-day", Probe>> = {
  "activity.change-on": {
    request: () => ({
      do: "activity.change-on",
      messageId: MESSAGE,
      heldOn: "2026-10-18",
      change: { on: "2026-10-21" },
    }),
    prepare: (tx, { ahead }) =>
      tx.execute(sql`update activities set on_day = '2026-10-18' where number = ${ahead}`),
    reached: ({ outcome }, { ahead }) =>
      (outcome.of === "sure" || outcome.of === "activity.which-to-change") &&
      JSON.stringify(outcome).includes(ahead),
  },
  "activity.of-day": {
    request: () => ({
      do: "activity.of-day",
      days: ["2026-10-18"],
      wanted: { do: "activity.nudge-preview", messageId: MESSAGE },
    }),
    prepare: (tx, { ahead }) =>
      tx.execute(sql`update activities set on_day = '2026-10-18' where number = ${ahead}`),
    reached: ({ outcome }, { ahead }) => JSON.stringify(outcome).includes(ahead),
  },
};
