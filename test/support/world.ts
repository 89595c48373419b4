import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import type { World } from "#src/domain/rules.ts";
import { toCalendar } from "#src/domain/working-calendar.ts";
import { worldOf } from "#src/inbox/situation.ts";
import { ZONE } from "./clockwork.ts";
import { readPolicy } from "./policy.ts";

/** The district's own rules at a moment, with nothing but the web chat running. */
export function testWorld(at: string): World {
  const policy = readPolicy();
  const parts = { policy, zone: ZONE, running: [{ channel: "web", bot: "demo" }] };
  return worldOf(parts, toCalendar(OFFICIAL_DAYS, policy.calendar), new Date(at));
}
