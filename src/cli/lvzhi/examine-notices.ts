import type { Tx } from "#db/client.ts";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { listMandatesJudgedSince } from "#db/queries/final-since.ts";
import { compareNotices } from "#src/actions/absences/compare-notices.ts";
import type { Day } from "#src/domain/day.ts";
import type { Policy } from "#src/domain/policy.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/**
 * Looks at whether the notices that stand are those that the policy asks for as it is now: a rule that was changed in
 * place takes warnings back and makes cases of the past as soon as a register is judged again.
 */
export async function examineNotices(tx: Tx, policy: Policy, file: string, today: Day): Promise<Finding> {
  const deputies = await listAttendanceFacts(tx, await listMandatesJudgedSince(tx, new Date(0)));
  const { standing, missing, gone } = await compareNotices(tx, deputies, { policy, today });
  if (missing.length === 0 && gone.length === 0)
    return fine("notices", `${standing.length} stand, as the rules have it`);
  const cases = missing.filter((one) => one.isStrike).length;
  const follows = `${gone.length} that stand would be taken back, ${missing.length} would be new, of them ${cases} cases`;
  return wrong(
    "notices",
    `the rules of ${file} judge the past otherwise: ${follows}. Is that meant? If not, keep the old rule with \`until\` and give the new one a name and \`since\`, before the service judges again`,
  );
}
