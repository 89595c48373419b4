import type { Tx } from "#db/client.ts";
import { closeCases, countCases, type StrikeRule } from "#db/queries/absence-cases.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import type { Policy } from "#src/domain/policy.ts";
import type {
  AttendanceOutcome,
  AttendanceRefusal,
  AttendanceRequest,
} from "#src/domain/requests/attendance.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

/** From which notice on each rule of the policy has a case for the office. */
export const strikeRules = ({ attendance }: Policy): StrikeRule[] =>
  Object.entries(attendance.rules).map(([rule, { strike_at: level }]) => ({ rule, level }));

/** How many cases of absence wait for the office. */
export const countOpenCases = (tx: Tx, scope: readonly number[], policy: Policy): Promise<number> =>
  countCases(tx, scope, strikeRules(policy));

/**
 * The office notes what people found and decided about a deputy's absences that a rule counts. The program decides
 * nothing: the case only stops waiting. Nobody looks into his or her own.
 */
export async function closeCase(
  tx: Tx,
  grant: Grant,
  { name, note }: Extract<AttendanceRequest, { do: "absence.close-case" }>,
  { policy, now }: World,
): Promise<AttendanceOutcome | AttendanceRefusal> {
  const handling = withoutPersonalData(note);
  if (handling === "") return "case-no-words";
  const actorId = grant.actorId ?? 0;
  const ids = await closeCases(tx, name, grant.scope, strikeRules(policy), { actorId, handling, now });
  if (ids.length === 0) return "case-none";
  const line = { at: now, actorId, action: "absence.close-case", subject: "absence_notice" };
  await insertAudit(
    tx,
    ids.map((subjectId) => ({ ...line, subjectId })),
  );
  return { of: "absence.case-closed", name, count: ids.length };
}
