import type { AttendancePolicy } from "./attendance-policy.ts";

/** The rules as they hold for the deputies of one congress: a district's rule is none of a township's. */
export const rulesOfCongress = (
  policy: AttendancePolicy,
  level: "district" | "township",
): AttendancePolicy => ({
  ...policy,
  rules: Object.fromEntries(Object.entries(policy.rules).filter(([, { levels }]) => levels.includes(level))),
});
