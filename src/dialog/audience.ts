import type { Facts } from "#src/domain/facts.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import { looksAfterDeputies, type Speaker } from "#src/domain/person.ts";
import type { Audience } from "#src/text/audience.ts";

/** True for somebody who looks after deputies in some org. */
export const isStaff = (speaker: Speaker): boolean =>
  speaker.kind === "member" && speaker.roles.some((held) => looksAfterDeputies(held.role));

const isOffice = ({ roles }: Extract<Speaker, { kind: "member" }>): boolean =>
  roles.some((held) => held.role === "office");

/** Whose help a speaker gets: what his or her roles and mandates of today allow, and nothing else. */
export function audienceOf({ speaker, today }: Pick<Facts, "speaker" | "today">): Audience {
  if (speaker.kind !== "member") return speaker.kind;
  const staff = isStaff(speaker);
  if (mandateOn(speaker.mandates, today) !== null) return staff ? "deputy-and-staff" : "deputy";
  if (staff) return isOffice(speaker) ? "office" : "staff";
  return speaker.mandates.length > 0 ? "former" : "unit";
}
