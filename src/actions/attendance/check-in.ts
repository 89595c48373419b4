import type { Tx } from "#db/client.ts";
import { claimActivity } from "#db/queries/activities.ts";
import { listAttendees } from "#db/queries/attendance.ts";
import { claimCheckInSeats, countMiss, markCheckedIn } from "#db/queries/check-ins.ts";
import type { Vault } from "#db/vault.ts";
import { type CheckInPolicy, codeStep, secondsLeft, toCode } from "#src/domain/check-in.ts";
import type { ActivityRefusal } from "#src/domain/requests/activity.ts";
import type { CheckInOutcome, CheckInRefusal, CheckInRequest } from "#src/domain/requests/check-in.ts";
import type { World } from "#src/domain/rules.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { Grant } from "../gate.ts";

type Asked<K extends CheckInRequest["do"]> = Extract<CheckInRequest, { do: K }>;

const MINUTE_MS = 60_000;

// Nothing is stored: whoever has the key can say which code holds, and nobody else.
const codeAt = (vault: Vault, activityId: number, step: number): string =>
  toCode(vault.fingerprint(`check-in ${activityId} ${step}`));

/** Activities that begin within this stretch are open for checking in. */
const openNow = ({
  now,
  policy: { check_in: rules },
}: World): { readonly from: Date; readonly to: Date } => ({
  from: new Date(now.getTime() - rules.closes_minutes_after * MINUTE_MS),
  to: new Date(now.getTime() + rules.opens_minutes_before * MINUTE_MS),
});

/** Shows staff the code of the moment, to be put on a wall, and who has checked in. */
export async function showCheckInCode(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { activity: number }: Asked<"check-in.show">,
  world: World,
): Promise<CheckInOutcome | CheckInRefusal | ActivityRefusal> {
  const { now, policy } = world;
  const found = await claimActivity(tx, number, grant.scope);
  if (found === undefined) return "activity-unknown";
  if (!policy.check_in.offered) return "check-in-off";
  if (found.state === "cancelled") return "activity-called-off";
  if (found.state === "final") return "activity-closed";
  const { from, to } = openNow(world);
  if (found.startsAt < from || found.startsAt > to) return "check-in-closed";
  const came = (await listAttendees(tx, found.id)).filter((one) => one.checkedIn);
  return {
    of: "check-in.shown",
    activity: toActivityView(found, world),
    code: codeAt(vault, found.id, codeStep(now, policy.check_in)),
    rotatesSeconds: policy.check_in.rotates_seconds,
    secondsLeft: secondsLeft(now, policy.check_in),
    names: came.map((one) => one.name),
  };
}

/**
 * A deputy checks in with the code that is shown, with the one before it or after. It proposes 到会 and nothing more:
 * staff take it over or not. After so many wrong codes staff write it down (policy: check_in).
 */
export async function enterCheckInCode(
  tx: Tx,
  vault: Vault,
  grant: Grant,
  { code, activity }: Asked<"check-in.enter">,
  world: World,
): Promise<CheckInOutcome | CheckInRefusal> {
  const { check_in: rules } = world.policy;
  if (!rules.offered) return "check-in-off";
  const personId = grant.personId;
  const open = await claimCheckInSeats(tx, personId, openNow(world));
  const meant = open.filter((one) => activity === undefined || one.number === activity);
  if (meant.length === 0) return "check-in-nowhere";
  const trying = meant.filter((one) => one.misses < rules.wrong_tries);
  if (trying.length === 0) return "check-in-enough";
  const right = trying.find((one) => isCode(vault, one.activityId, code, world.now, rules));
  if (right === undefined) {
    await countMiss(
      tx,
      personId,
      trying.map((one) => one.activityId),
    );
    return trying.every((one) => one.misses + 1 >= rules.wrong_tries) ? "check-in-enough" : "check-in-wrong";
  }
  await markCheckedIn(tx, right, world.now);
  return { of: "check-in.done", activity: toActivityView(right, world), again: right.checkedIn };
}

function isCode(vault: Vault, activityId: number, code: string, now: Date, rules: CheckInPolicy): boolean {
  const step = codeStep(now, rules);
  return [step - 1, step, step + 1].some((one) => codeAt(vault, activityId, one) === code);
}
