import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { claimRoster } from "#db/queries/roster.ts";
import { readRosterState } from "#db/queries/roster-state.ts";
import type { Vault } from "#db/vault.ts";
import type { News } from "#src/domain/news.ts";
import { planRoster } from "#src/domain/roster/plan-roster.ts";
import type { Roster, RosterProblem } from "#src/domain/roster/roster.ts";
import type { RosterPlan } from "#src/domain/roster/roster-plan.ts";
import type { Ref, RosterState } from "#src/domain/roster/roster-state.ts";
import type { World } from "#src/domain/rules.ts";
import { applyRoster, type Progress } from "./apply-roster.ts";
import { followImport } from "./follow-import.ts";

/** What a roster would change, beside what it was compared with. */
export type Compared = {
  readonly plan: RosterPlan;
  readonly state: RosterState;
  /** Names of organisations, on file or new. */
  readonly nameOf: (ref: Ref | null) => string | null;
};

/** Compares a roster with what is on file, holding off every other change of it until the transaction ends. */
export async function compareRoster(
  tx: Tx,
  vault: Vault,
  roster: Roster,
): Promise<Compared | { readonly problems: readonly RosterProblem[] }> {
  await claimRoster(tx);
  const state = await readRosterState(tx, vault);
  const planned = planRoster(roster, state);
  return "problems" in planned ? planned : { ...planned, state };
}

/**
 * Makes the changes of a plan in the transaction in which it was compared: all, or none. What was on file before is
 * traced, what is planned and owed follows, and the deputies concerned are to be told: that is returned. A first
 * roster is news to nobody.
 */
export async function importRoster(
  tx: Tx,
  vault: Vault,
  compared: Compared,
  world: World,
  progress: Progress,
): Promise<readonly News[]> {
  const ids = await applyRoster(tx, vault, compared.plan, progress);
  const line = { at: world.now, actorId: null, action: "roster.import", subject: "roster", subjectId: null };
  await insertAudit(tx, [line]);
  return compared.state.mandates.length === 0 ? [] : followImport(tx, compared, ids, world);
}
