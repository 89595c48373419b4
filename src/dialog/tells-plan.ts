import type { Facts } from "#src/domain/facts.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { audienceOf, isStaff } from "./audience.ts";
import { isAnnouncement, isPlanned } from "./calls-together.ts";

/**
 * True for what staff tell of a day ahead: an invitation, or what would be nobody's report, or nothing at all, where
 * nobody is invited in words.
 */
export const tellsPlan = ({ intent }: Understanding, text: string, facts: Facts): boolean =>
  isStaff(facts.speaker) &&
  (isAnnouncement(text, facts) ||
    (STAFF_ONLY.has(audienceOf(facts)) && PLANS_AS.has(intent) && isPlanned(text, facts)));

const STAFF_ONLY: ReadonlySet<string> = new Set(["staff", "office"]);
/** What a plan is read as. */
const PLANS_AS: ReadonlySet<Understanding["intent"]> = new Set(["report", "chat"]);
