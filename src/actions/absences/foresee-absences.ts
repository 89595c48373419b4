import type { Tx } from "#db/client.ts";
import {
  type AttendedActivity,
  type DeputyAttendance,
  listAttendanceFacts,
} from "#db/queries/attendance-facts.ts";
import type { AttendanceStatus } from "#src/domain/activity.ts";
import type { Foreseen } from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import { compareNotices } from "./compare-notices.ts";

/** A register as it would be final. */
export type FinalRegister = {
  readonly activityId: number;
  readonly statuses: ReadonlyMap<number, AttendanceStatus>;
  /** Leave that these deputies were granted from it would be taken back. */
  readonly leaveFalls?: boolean;
  /** The register of the session that would follow. */
  readonly session?: Omit<FinalRegister, "session"> | null;
};

/** What would follow for deputies if a register were final like this: who is warned, what becomes a case. Looks only. */
export async function foreseeAbsences(tx: Tx, register: FinalRegister, world: World): Promise<Foreseen> {
  const facts = await listAttendanceFacts(tx, [...register.statuses.keys()]);
  const deputies = facts.map((deputy) => asFinal(deputy, register));
  const { missing, gone } = await compareNotices(tx, deputies, world);
  const named = new Map(
    deputies.flatMap(({ name, facts: { activities } }) =>
      activities.map((one) => [one.mandateId, name] as const),
    ),
  );
  const warned = missing.filter((one) => !one.isStrike);
  const cases = missing.filter((one) => one.isStrike).map((one) => one.deputy.name);
  return {
    warned: once(warned.map((one) => one.deputy.name)).filter((name) => !cases.includes(name)),
    cases: once(cases),
    withdrawn: once(gone.map((one) => named.get(one.mandateId) ?? "")).filter(
      (name) => !cases.includes(name),
    ),
    uncounted: deputies.filter((deputy) => isUncounted(deputy, register)).map(({ name }) => name),
  };
}

const once = (names: readonly string[]): readonly string[] => [...new Set(names)];

const asFinal = (deputy: DeputyAttendance, { session, ...register }: FinalRegister): DeputyAttendance => {
  const applied = apply(deputy, register);
  return session === undefined || session === null ? applied : apply(applied, session);
};

const apply = (
  deputy: DeputyAttendance,
  { activityId, statuses, leaveFalls = false }: Omit<FinalRegister, "session">,
): DeputyAttendance => {
  // Leave from a session excuses from its sittings, too.
  const withoutLeave = (one: AttendedActivity): AttendedActivity =>
    leaveFalls && statuses.has(one.mandateId) && (one.id === activityId || one.session === activityId)
      ? { ...one, leave: null }
      : one;
  const change = (was: AttendedActivity): AttendedActivity => {
    const one = withoutLeave(was);
    return one.id === activityId
      ? { ...one, final: true, status: statuses.get(one.mandateId) ?? one.status }
      : one;
  };
  return { ...deputy, facts: { ...deputy.facts, activities: deputy.facts.activities.map(change) } };
};

// Without proof of notice there is no absence: whoever is marked absent then must be named, or the clerk is surprised.
const isUncounted = ({ facts }: DeputyAttendance, { activityId }: FinalRegister): boolean =>
  facts.activities.some((one) => one.id === activityId && one.status === "absent" && !one.notified);
