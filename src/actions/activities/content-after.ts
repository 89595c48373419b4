import type { ActivityChange } from "#src/domain/requests/activity-change.ts";

/** What an activity is about after a change; what is added to it stands there once, however often it is said. */
export function contentAfter({ content, adds }: ActivityChange, before: string | null): string | null {
  const plain = content ?? before;
  if (adds === undefined || plain?.includes(adds) === true) return plain;
  return plain === null ? adds : `${plain};${adds}`;
}
