import type { FoundActivity } from "#db/queries/activities.ts";
import type { Attendee } from "#db/queries/attendance.ts";
import type { AttendancePolicy } from "#src/domain/attendance/attendance-policy.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import { wasTooShort } from "#src/domain/attendance/was-too-short.ts";
import type { NamedMark, TimesPresent } from "#src/domain/requests/attendance.ts";
import type { Settled } from "./settle-session.ts";

type Share = Pick<AttendancePolicy, "minimum_share">;

/** A deputy as marked, with the time that the list says; who came late or left early by it is marked so. */
export function withMinutes(
  one: Attendee,
  { minutes, cameAt }: NamedMark,
  { start, held }: { readonly start: string; readonly held: number | null },
): Attendee {
  if (minutes === undefined) return { ...one, minutes: null };
  const isThere = one.status === "present" && cameAt !== undefined && minutes < (held ?? 0);
  if (!isThere) return { ...one, minutes };
  return { ...one, minutes, status: cameAt > start ? "late" : "left_early" };
}

/** What is wrong with the times of a register as a whole. */
export function findWrongMinutes(
  attendees: readonly Attendee[],
  held: number | null,
): "attendance-no-length" | "attendance-minutes-over" | null {
  const times = attendees.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  if (times.length === 0) return null;
  if (held === null) return "attendance-no-length";
  return times.some((one) => one > held) ? "attendance-minutes-over" : null;
}

const isShort = ({ minutes }: Attendee, held: number | null, policy: Share): boolean =>
  minutes !== null && held !== null && wasTooShort({ attended: minutes, held }, policy);

/** Who was there for how long; null where no time is on record. */
export function findTimes(
  attendees: readonly Attendee[],
  held: number | null,
  policy: Share,
): TimesPresent | null {
  const people = attendees.flatMap((one) =>
    one.minutes === null
      ? []
      : [{ name: one.name, minutes: one.minutes, tooShort: isShort(one, held, policy) }],
  );
  return held === null || people.length === 0 ? null : { held, people, share: policy.minimum_share ?? null };
}

/**
 * Marks as absent whoever was there for too little of the time by the policy, or as on leave where leave was granted.
 * Staff see it before the register is final, and may correct it afterwards.
 */
export const settleShort = (
  attendees: readonly Settled[],
  { minutes: held }: FoundActivity,
  policy: Share,
): readonly Settled[] =>
  attendees.map((one) =>
    CAME.has(one.status) && isShort(one, held, policy)
      ? { ...one, status: one.leave === "approved" ? "leave" : "absent", settled: true }
      : one,
  );
