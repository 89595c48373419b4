import type { Tx } from "#db/client.ts";
import { findLastHandedIn, listOwn } from "#db/queries/submissions.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { StaffRole } from "#src/domain/person.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";
import { rulesFor } from "./competence.ts";

/** Whether the speaker handed in a report of a kind, when, and what of it is still to be handed in; to whom, if asked. */
export async function tellWhether(
  tx: Tx,
  { personId }: Grant,
  { submission, how }: Extract<ObligationRequest, { do: "obligation.whether" }>,
  world: World,
): Promise<ObligationOutcome> {
  const rules = rulesFor(world.policy, submission);
  const last = await findLastHandedIn(tx, personId, rules);
  const written = await listOwn(tx, personId, world.today);
  const open = written.find((one) => rules.includes(one.rule) && one.state !== "submitted");
  return {
    of: "obligation.whether",
    submission,
    last: last === undefined ? null : toHandedIn(last, world.zone),
    ...(how === true ? { how: takerOf(world, rules) } : {}),
    owed: open === undefined ? null : { title: open.title, dueOn: open.dueOn, state: open.state },
  };
}

const takerOf = ({ policy }: World, [rule = ""]: readonly string[]): StaffRole =>
  policy.obligations[rule]?.accepted_by ?? "office";

const toHandedIn = (
  { at, ...rest }: NonNullable<Awaited<ReturnType<typeof findLastHandedIn>>>,
  zone: string,
) => ({
  ...rest,
  on: localDay(at, zone),
});
