import type { Day } from "#src/domain/day.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import {
  looksAfterDeputies,
  type Mandate,
  type RoleHeld,
  type Speaker,
  type StaffRole,
} from "#src/domain/person.ts";
import type { GateRefusal, RequestName } from "#src/domain/request.ts";
import { OFFICE_ROLES, type Right, RIGHTS, type Who } from "./rights.ts";

/** Proof that the gate let somebody do one thing. Nobody else can make one: every action asks for it. */
class Permit {
  // A private field makes the type nominal: no object literal can stand in for a grant.
  readonly #request: RequestName;
  /** Null for a guest, who may leave an opinion and nothing else. */
  readonly actorId: number | null;
  readonly actorName: string;
  /** The mandate the actor speaks with today; null for staff who are no deputies. */
  readonly mandate: Mandate | null;
  /** Every mandate the actor holds or held: what was done on a day belongs to the one that ran then. */
  readonly mandates: readonly Mandate[];
  /** The staff roles that count for this request. */
  readonly roles: readonly RoleHeld[];

  constructor(request: RequestName, speaker: Speaker, mandate: Mandate | null) {
    this.#request = request;
    this.actorId = speaker.kind === "guest" ? null : speaker.personId;
    this.actorName = speaker.kind === "member" ? speaker.name : "";
    this.mandate = mandate;
    this.mandates = speaker.kind === "member" ? speaker.mandates : [];
    this.roles = rolesFor(RIGHTS[request], speaker);
  }

  /**
   * Who acts, for what no guest may do. Throws TypeError for a guest: the gate lets none so far, and what was done must
   * never be put down to nobody.
   */
  get personId(): number {
    if (this.actorId === null) throw new TypeError(`a guest came through the gate to ${this.#request}`);
    return this.actorId;
  }

  get request(): RequestName {
    return this.#request;
  }

  /** Also what belongs to no township is the actor's: residents' opinions, word about the program. */
  get isOffice(): boolean {
    const office: readonly StaffRole[] = OFFICE_ROLES;
    return this.roles.some((held) => office.includes(held.role));
  }

  /** Orgs whose subtrees the actor looks after. Empty for a plain deputy. */
  get scope(): readonly number[] {
    return this.roles.map((held) => held.orgId);
  }
}
/** What every action asks for: who may do one thing, and how far it reaches. */
export type Grant = Permit;

function rolesFor({ as }: Pick<Right, "as">, speaker: Speaker): readonly RoleHeld[] {
  if (speaker.kind !== "member") return [];
  return speaker.roles.filter(({ role }) => as?.includes(role) ?? looksAfterDeputies(role));
}

/** Lets a speaker do one thing, or says why not. The only place where a grant is made. */
export function openGate(speaker: Speaker, request: RequestName, today: Day): Grant | GateRefusal {
  const { who, as, about } = RIGHTS[request];
  if (speaker.kind !== "member") return who === "anyone" ? new Permit(request, speaker, null) : "not-bound";
  const mandate = mandateOn(speaker.mandates, today);
  const refusal = refusalOf(who, {
    acting: mandate !== null,
    deputy: speaker.mandates.length > 0,
    staff: rolesFor({}, speaker).length > 0,
    office: rolesFor({ as: OFFICE_ROLES }, speaker).length > 0,
  });
  // What is registered about deputies is told of otherwise than what the office does of itself.
  if (refusal === "office-only" && about !== "deputies") return "office-task";
  if (refusal !== null) return refusal;
  if (as === undefined || rolesFor({ as }, speaker).length > 0) return new Permit(request, speaker, mandate);
  return as.length === 1 ? "office-task" : "code-task";
}

type Standing = Readonly<Record<"acting" | "deputy" | "staff" | "office", boolean>>;

function refusalOf(who: Who, { acting, deputy, staff, office }: Standing): GateRefusal | null {
  switch (who) {
    case "anyone":
    case "member":
      return null;
    case "deputy":
      return acting ? null : deputy ? "no-active-mandate" : "deputies-only";
    case "staff":
      return staff ? null : "staff-only";
    case "office":
      return office ? null : "office-only";
    case "deputy-or-staff":
      return acting || staff ? null : deputy ? "no-active-mandate" : "deputies-only";
  }
}
