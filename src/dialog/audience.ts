import type { Speaker } from "#src/domain/person.ts";
import type { Audience } from "#src/text/help.ts";

/** Whose help a speaker gets. Somebody who is both deputy and staff is shown the deputy's. */
export function audienceOf(speaker: Speaker): Audience {
  if (speaker.kind !== "member") return speaker.kind;
  if (speaker.mandates.length > 0) return "deputy";
  return speaker.roles.some((held) => held.role !== "unit") ? "staff" : "unit";
}
