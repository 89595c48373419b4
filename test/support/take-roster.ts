import type { Db } from "#db/client.ts";
import { listKnownOrgs } from "#db/queries/roster-state.ts";
import type { Vault } from "#db/vault.ts";
import { compareRoster, importRoster } from "#src/actions/roster/import-roster.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import { planSize } from "#src/domain/roster/roster-plan.ts";
import { rosterProblem } from "#src/text/roster.ts";
import { rosterChanges } from "#src/text/roster-changes.ts";
import { type RosterRows, rosterSheets } from "./roster-file.ts";
import { testWorld } from "./world.ts";

/** What a roster would change, or what is wrong with it, in words; the changes are made with `go`. */
export function takeRoster(db: Db, vault: Vault, rows: RosterRows, go: boolean): Promise<string[]> {
  return db.transaction(async (tx) => {
    const parsed = parseRoster(rosterSheets(rows), await listKnownOrgs(tx));
    if ("problems" in parsed) return parsed.problems.map(rosterProblem);
    const compared = await compareRoster(tx, vault, parsed.roster);
    if ("problems" in compared) return compared.problems.map(rosterProblem);
    const { plan, state, nameOf } = compared;
    if (planSize(plan) === 0) return [];
    const changed = plan.people.map(({ after }) => after);
    const people = new Map([...state.people, ...plan.newPeople, ...changed].map((one) => [one.id, one]));
    const planned = plan.mandates.map((one) => ({ ...one.after, id: one.id }));
    const mandates = new Map([...state.mandates, ...planned].map((one) => [one.id, one]));
    const world = testWorld("2026-11-25T10:00:00+08:00");
    if (go) await importRoster(tx, vault, compared, world, () => undefined);
    const names = {
      org: nameOf,
      person: (ref: number) => people.get(ref),
      mandate: (ref: number) => mandates.get(ref),
    };
    return rosterChanges(plan, names);
  });
}
