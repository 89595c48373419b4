import type { NoticeKey } from "#db/queries/absence-notices.ts";

/** What makes a notice the same notice, as one string. */
export const keyOf = ({ rule, mandateId, activityId, level }: NoticeKey): string =>
  `${rule} ${mandateId} ${activityId} ${level}`;
