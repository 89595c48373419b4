import type { Correction, Understanding, WrongField } from "./understanding.ts";

/** A message that puts something right; what it should be is asked where that was not said. */
export const asCorrection = (correction: Correction | WrongField | "unclear"): Understanding => ({
  intent: "correction",
  reports: [],
  opinions: [],
  ...(correction === "unclear" ? {} : { correction }),
  ask: correction === "unclear" || correction.value === undefined ? ["value"] : [],
});
