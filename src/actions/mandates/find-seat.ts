import type { Tx } from "#db/client.ts";
import { listSeatOrgs, listSeatsUnder, type SeatOrg } from "#db/queries/seats.ts";
import type { MandateRefusal } from "#src/domain/requests/mandate.ts";

/** Where somebody sits: of each kind one, or none. */
export type SeatPlace = {
  readonly groupId: number | null;
  readonly group: string | null;
  readonly townshipId: number | null;
  readonly township: string | null;
  readonly stationId: number | null;
  readonly station: string | null;
};

/** Township, group and station are all that is ever said. */
const MOST_NAMES = 3;

type Choice = { readonly orgs: readonly { readonly id: number; readonly name: string }[] };

/**
 * What the names of organisations say about a seat: a group or station stands for its township as well, and a
 * township for its group and station where it has only one. Several that could be meant are returned to be asked about.
 */
export async function findSeat(
  tx: Tx,
  scope: readonly number[],
  words: readonly string[],
  orgId: number | undefined,
): Promise<SeatPlace | Choice | MandateRefusal> {
  const meant = await listSeatOrgs(tx, scope, words.slice(0, MOST_NAMES));
  const found: SeatOrg[] = [];
  for (const orgs of meant) {
    const chosen = orgs.find((one) => one.id === orgId) ?? (orgs.length === 1 ? orgs[0] : undefined);
    if (chosen !== undefined) found.push(chosen);
    else return orgs.length === 0 ? "mandate-no-org" : { orgs };
  }
  const townshipId = found.find((one) => one.townshipId !== null)?.townshipId ?? null;
  if (townshipId === null || found.some((one) => one.townshipId !== townshipId)) return "mandate-no-org";
  const under = await listSeatsUnder(tx, townshipId);
  const groups = under.filter((one) => one.kind === "deputy_group");
  const group = pick(found, groups, "deputy_group", orgId);
  if (group === "several") return { orgs: groups };
  const stations = under.filter((one) => one.kind === "liaison_station");
  const station = pick(found, stations, "liaison_station", undefined);
  const isOne = station !== "several" && station !== null;
  return {
    townshipId,
    township: found[0]?.township ?? null,
    groupId: group?.id ?? null,
    group: group?.name ?? null,
    stationId: isOne ? station.id : null,
    station: isOne ? station.name : null,
  };
}

function pick(
  said: readonly SeatOrg[],
  under: readonly SeatOrg[],
  kind: SeatOrg["kind"],
  orgId: number | undefined,
): SeatOrg | "several" | null {
  const named = said.find((one) => one.kind === kind) ?? under.find((one) => one.id === orgId);
  if (named !== undefined) return named;
  return under.length > 1 ? "several" : (under[0] ?? null);
}
