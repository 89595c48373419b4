import { leaveApproverOf } from "#src/domain/leave-policy.ts";
import { STAFF_ROLES, type StaffRole } from "#src/domain/person.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { RequestName } from "#src/domain/request.ts";
import { CARING_ROLES, type Right, RIGHTS } from "#src/actions/rights.ts";
import { type Place, PLACES } from "./places.ts";
import { SAID } from "./said.ts";

/** Everybody who can speak to the program, one of each kind, all of 羊昌镇 or above it. */
export const ROLES = [
  "deputy",
  "township_deputy",
  "former_deputy",
  "suspended_deputy",
  ...STAFF_ROLES,
  "resident",
  "guest",
] as const;
export type Role = (typeof ROLES)[number];

/** What a role may do with one request: nothing, what is its own, or what lies in these places. */
export type Cell = "no" | "self" | ReadonlySet<Place>;

const everywhere: ReadonlySet<Place> = new Set(PLACES);
const SEATS: Partial<Readonly<Record<Role, readonly Place[]>>> = {
  township_chair: ["group", "station"],
  township_clerk: ["group", "station"],
  station_clerk: ["station"],
  group_leader: ["group"],
  office: PLACES,
  director: PLACES,
};
// Opinions belong to a township or to none: a station's or a group's subtree holds none.
const OPINION_SEATS: typeof SEATS = { ...SEATS, station_clerk: [], group_leader: [] };
const CONGRESS: Partial<Readonly<Record<Role, Place>>> = { deputy: "district", township_deputy: "group" };

const isStaffRole = (role: Role): role is StaffRole => (STAFF_ROLES as readonly Role[]).includes(role);
const isCaring = (role: Role): boolean => (CARING_ROLES as readonly Role[]).includes(role);

function passes({ who }: Right, role: Role): boolean {
  if (role === "resident" || role === "guest") return who === "anyone";
  const acting = role === "deputy" || role === "township_deputy";
  switch (who) {
    case "anyone":
    case "member":
      return true;
    case "deputy":
      return acting;
    case "staff":
      return isCaring(role);
    case "office":
      return role === "office" || role === "director";
    case "deputy-or-staff":
      return acting || isCaring(role);
  }
}

/** The cell of the rights table, worked out from the lines of `RIGHTS` alone. */
export function cellOf(name: RequestName, role: Role, policy: Policy): Cell {
  const right = RIGHTS[name];
  if (!passes(right, role)) return "no";
  if (right.as !== undefined && !(isStaffRole(role) && right.as.includes(role))) return "no";
  if (right.about === "self") return "self";
  if (right.about === "program") return everywhere;
  if (right.about === "congress") return new Set([CONGRESS[role]].filter((place) => place !== undefined));
  if (name === "activity.decide-leave" || name === "activity.decide-leaves")
    return new Set(decides(role, policy) ? SEATS[role] : []);
  if (BY_TAKER.includes(name)) return new Set(takes(role, policy) ? SEATS[role] : []);
  if (!isCaring(role)) return "self";
  return new Set((right.about === "opinions" ? OPINION_SEATS : SEATS)[role]);
}

// The objects of the test are group activities: for those the policy lets the convener decide.
const BY_CONVENING: readonly Role[] = ["group_leader", "township_chair", "township_clerk", "office"];
function decides(role: Role, policy: Policy): boolean {
  if (leaveApproverOf("group_activity", policy.leave) !== "convener")
    throw new TypeError("the table is written for the district's own policy");
  return BY_CONVENING.includes(role);
}

// The objects of the test are self-reviews.
const BY_TAKER: readonly RequestName[] = [
  "obligation.accept",
  "obligation.return",
  "obligation.read",
  "obligation.enter-paper",
];
const takes = (role: Role, policy: Policy): boolean =>
  role === "office" || role === policy.obligations["self_review"]?.accepted_by;

const HEADS: Readonly<Record<Role, string>> = {
  deputy: "代表",
  township_deputy: "镇代表",
  former_deputy: "原代表",
  suspended_deputy: "暂停职务",
  township_chair: "镇主席",
  township_clerk: "镇专干",
  station_clerk: "站专干",
  group_leader: "组长",
  office: "代工委",
  director: "主任会议",
  unit: "承办单位",
  resident: "群众",
  guest: "访客",
};

function show(cell: Cell, role: Role): string {
  if (cell === "no") return "";
  if (cell === "self") return "self";
  const own: Place = role === "station_clerk" ? "station" : "group";
  const marks = ([own, "other", "district"] as const).map((place) => (cell.has(place) ? "●" : "○"));
  return marks.join("");
}

/** The rights as `docs/rights.md` shows them: command × role × own town, another town, district. */
export function rightsTable(policy: Policy): string {
  const row = ([name, right]: [RequestName, Right]): string =>
    `| \`${name}\` | ${SAID[name].shown} | ${ROLES.map((role) => show(cellOf(name, role, policy), role)).join(" | ")} | ${right.own} |`;
  return [
    `| request | said | ${ROLES.map((role) => HEADS[role]).join(" | ")} | own concern |`,
    `| --- | --- |${ROLES.map(() => " --- |").join("")} --- |`,
    ...(Object.entries(RIGHTS) as [RequestName, Right][]).map(row),
  ].join("\n");
}
