import type { Facts } from "#src/domain/facts.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { audienceOf, isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isSession } from "../plan/read-session.ts";
import { toldAs } from "../plan/told-as.ts";
import { say } from "../turns.ts";
import { announce } from "./announce.ts";
import { announceSession } from "./session.ts";
import type { Said } from "./report.ts";

/**
 * What staff tell of a day ahead is an activity that is planned: an invitation, or what would be nobody's report where
 * nobody is invited in words. What may be a call or a deed is asked. Of deputies who are staff as well, only what
 * invites is heard: the rest may be a plan of their own. Undefined for all else.
 */
export function hearPlan(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn | undefined {
  if (!isStaff(facts.speaker)) return undefined;
  const staffOnly = STAFF_ONLY.has(audienceOf(facts)) && PLANS_AS.has(read.intent);
  if (staffOnly && isSession(said.text)) return announceSession(dialog, said.text, said, facts);
  const told = toldAs(said.text, facts, staffOnly);
  if (told === "plan") return announce(dialog, said.text, said, facts);
  return told === undefined
    ? undefined
    : say(dialog, { kind: "activity.either", said: withoutPersonalData(said.text) });
}

const STAFF_ONLY: ReadonlySet<string> = new Set(["staff", "office"]);
/** What a plan is read as. */
const PLANS_AS: ReadonlySet<Understanding["intent"]> = new Set(["report", "chat"]);
