/** What a cry of danger is about: it says whom to call first. */
export const DANGER_KINDS = [
  "suicide",
  "trapped",
  "shock",
  "fire",
  "gas",
  "water",
  "flood",
  "collapse",
  "violence",
  "missing",
  "poison",
  "ill",
  "crash",
  "medical",
  "sos",
] as const;

/** A kind of danger to life; the first of several is the one that is answered. */
export type DangerKind = (typeof DANGER_KINDS)[number];
