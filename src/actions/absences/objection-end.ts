import { dueDay } from "#src/domain/clock-rule.ts";
import type { Day } from "#src/domain/day.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { World } from "#src/domain/rules.ts";

/**
 * The last day for an objection to what a deputy was told at an instant; null where nobody knows which days are worked.
 * Source: the policy's clock `objection`, which runs from the day of being told.
 */
export function objectionEnd(
  told: Date,
  { policy, calendar, zone }: Pick<World, "policy" | "calendar" | "zone">,
): Day | null {
  const rule = policy.clocks["objection"];
  const due = rule === undefined ? null : dueDay(rule, localDay(told, zone), calendar);
  return typeof due === "string" ? due : null;
}
