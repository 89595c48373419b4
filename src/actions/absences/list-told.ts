import type { Tx } from "#db/client.ts";
import type { StandingNotice } from "#db/queries/own-notices.ts";
import { listToldAt } from "#db/queries/told-at.ts";
import type { Day } from "#src/domain/day.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import type { ToldAbsence } from "#src/domain/requests/absence.ts";
import type { World } from "#src/domain/rules.ts";
import { objectionEnd } from "./objection-end.ts";
import { TOLD, toldKey } from "./told-key.ts";

/** One absence, with all the notices that stand about it. */
export type TellableAbsence = ToldAbsence & {
  readonly ids: readonly number[];
  readonly before: Pick<StandingNotice, "objection" | "decidedAt"> | undefined;
};

/**
 * The absences that a deputy was told of and that stand, with the last day for an objection to each. The time runs from
 * when he or she was told, and not at all for whom no message reached; whose message is erased long since was told when
 * the notice was raised.
 */
export async function listTold(
  tx: Tx,
  notices: readonly StandingNotice[],
  personId: number,
  world: World,
): Promise<TellableAbsence[]> {
  const keys = notices.map((one) => toldKey(one, personId));
  const told = await listToldAt(tx, keys, TOLD);
  const ends = notices.map((one, index) => {
    const at = one.toldAt ?? told.get(keys[index] ?? "");
    return { ...one, until: at === null ? null : objectionEnd(at ?? one.createdAt, world) };
  });
  return toAbsences(ends, world);
}

function toAbsences(
  notices: readonly (StandingNotice & { readonly until: Day | null })[],
  world: World,
): TellableAbsence[] {
  return [...Map.groupBy(notices, (one) => one.number).values()].flatMap((about): TellableAbsence[] => {
    const [first] = about;
    if (first === undefined) return [];
    const until = latest(about.map((one) => one.until));
    const isOver = until !== null && world.today > until;
    const waits = about.some((one) => one.waits);
    const state = waits ? "waits" : isOver ? "over" : "open";
    const ids = about.map((one) => one.id);
    const before = about.findLast((one) => one.objection !== null);
    return [{ ids, before, activity: toActivityView(first, world), state, until }];
  });
}

// Where the time of one does not run, there is no last day.
const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));
