import type { Tx } from "#db/client.ts";
import { listEndlessTerms } from "#db/queries/obligations.ts";
import { noteOnce } from "#db/queries/settings.ts";
import { listStaff } from "#db/queries/staff.ts";
import { owedByTermEnd } from "#src/domain/owed-by-term-end.ts";
import type { World } from "#src/domain/rules.ts";
import { tell } from "#src/outbox/tell.ts";
import type { JobParts } from "./job.ts";

/**
 * Says once of each term, in the log and to the office, that its end is on file for no seat although the policy asks
 * for something by then: it has no due day, and nobody is reminded of it. Nobody guesses.
 */
export async function soundTermAlarm(tx: Tx, { vault, log }: JobParts, world: World): Promise<void> {
  for (const { level, term } of await listEndlessTerms(tx, world.today)) {
    const titles = owedByTermEnd(world.policy, level);
    if (titles.length === 0) continue;
    const key = `term-end:${level}:${term}`;
    if (!(await noteOnce(tx, `alarm.${key}`, world.now.toISOString()))) continue;
    log.error("terms.end-unknown", { level });
    const office = await listStaff(tx, ["office"], world.today);
    const word = { kind: "deadline.no-term-end", level, term, titles } as const;
    const news = office.map(({ personId: to }) => ({ to, key, word }));
    await tell(tx, vault, news, world);
  }
}
