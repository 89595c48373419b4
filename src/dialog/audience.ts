import { looksAfterDeputies, type Speaker } from "#src/domain/person.ts";
import type { Audience } from "#src/text/help.ts";

/** True for somebody who looks after deputies in some org. */
export const isStaff = (speaker: Speaker): boolean =>
  speaker.kind === "member" && speaker.roles.some((held) => looksAfterDeputies(held.role));

/** Whose help a speaker gets. Somebody who is both deputy and staff is shown the deputy's. */
export function audienceOf(speaker: Speaker): Audience {
  if (speaker.kind !== "member") return speaker.kind;
  if (speaker.mandates.length > 0) return "deputy";
  return isStaff(speaker) ? "staff" : "unit";
}
