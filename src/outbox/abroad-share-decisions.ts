/** The decision on every word about companions and what staff entered; see `DECISIONS`, of which they are a part. */
export const SHARE_DECISIONS = {
  "share.acknowledged": "sent",
  "share.given": "sent",
  "share.by-number": "sent",
  "share.declined": "sent",
  "share.denied": "sent",
  "share.entered-changed": "sent",
  "share.changed-late": "sent",
  "share.left-over": "sent",
  "share.origin-changed": "sent",
  "share.origin-moved": "sent",
} as const;
