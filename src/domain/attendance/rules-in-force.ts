import type { Day } from "../day.ts";
import type { AbsenceRule, AttendancePolicy } from "./attendance-policy.ts";

/** The rules on absence that held on any day of a stretch, both ends included, in the order of the policy file. */
export const rulesInForce = (
  { rules }: AttendancePolicy,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly AbsenceRule[] =>
  Object.values(rules).filter(
    ({ since, until }) => (since === undefined || since <= to) && (until === undefined || until >= from),
  );
