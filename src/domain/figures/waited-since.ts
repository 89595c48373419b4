import { daysBefore } from "../ago.ts";
import type { World } from "../rules.ts";

/** Until when staff must have filed on a deputy's behalf for the record to count without the deputy's word. */
export const waitedSince = ({ now, policy }: Pick<World, "now" | "policy">): Date =>
  daysBefore(now, policy.records.on_behalf_waits_days);
