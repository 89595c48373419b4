import type { Tx } from "#db/client.ts";
import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import { countSittings, listSittingStatuses } from "#db/queries/sittings.ts";
import { sessionStatus } from "#src/domain/attendance/session-status.ts";
import type { World } from "#src/domain/rules.ts";

/** An attendee; `settled` where the status was worked out and is not written down yet. */
export type Settled = Attendee & { readonly settled?: true };

/**
 * Works out who was at a session from its sittings, for everybody whom staff have not marked themselves. Refused while
 * a sitting is not final. Sessions without sittings are marked by hand, and other activities stay as they are.
 */
export async function settleSession(
  tx: Tx,
  session: FoundActivity,
  attendees: readonly Attendee[],
  { policy }: World,
): Promise<"attendance-sittings-open" | readonly Settled[]> {
  if (session.kind !== "congress_session") return attendees;
  const { all, open } = await countSittings(tx, session.id);
  if (open > 0) return "attendance-sittings-open";
  if (all === 0) return attendees;
  const bySeat = await listSittingStatuses(tx, session.id);
  return attendees.map((one) => {
    const own = bySeat.get(one.mandateId) ?? [];
    const isUnmarked = one.rests && own.every((status) => status === "expected");
    if (one.status !== "expected" || isUnmarked) return one;
    const status = sessionStatus(own, policy.attendance);
    return {
      ...one,
      status: status === "absent" && one.leave === "approved" ? "leave" : status,
      settled: true,
    };
  });
}
