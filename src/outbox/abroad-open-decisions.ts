/** The decision on every word about what is open; see `DECISIONS`, of which they are a part. */
export const OPEN_DECISIONS = {
  "open.all-dropped": "sent",
  "open.several": "sent",
  "open.calm": "sent",
  "open.thanks": "sent",
  "open.waits": "sent",
  "open.which-last": "sent",
} as const;
