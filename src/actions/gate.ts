import type { Day } from "#src/domain/day.ts";
import { mandateOn } from "#src/domain/mandate-on.ts";
import { looksAfterDeputies, type Mandate, type RoleHeld, type Speaker } from "#src/domain/person.ts";
import type { GateRefusal, RequestName } from "#src/domain/request.ts";

/** Who may ask for something at all; what exactly, the grant's scope decides in SQL. */
export type Who = "anyone" | "member" | "deputy" | "staff" | "deputy-or-staff";

/** The rights table: every request has a line. `staff` are the roles that look after deputies, not handling units. */
const RIGHTS: Readonly<Record<RequestName, Who>> = {
  "account.bind": "anyone",
  "account.unbind": "member",
  "report.file": "deputy-or-staff",
  "report.withdraw": "member",
  "report.amend": "member",
  "opinion.leave": "anyone",
  "suggestion.submit": "deputy",
  "suggestion.cosign": "deputy",
  "report.acknowledge": "member",
  "report.share": "deputy",
  "verify.list": "staff",
  "verify.mark": "staff",
  "verify.return": "staff",
  "activity.preview": "staff",
  "activity.publish": "staff",
  "activity.list": "deputy-or-staff",
  "activity.cancel": "staff",
  "activity.enter-notice": "staff",
  "activity.coming": "deputy",
  "activity.leave": "deputy",
  "activity.decide-leave": "member",
  "attendance.preview": "staff",
  "attendance.mark": "staff",
  "attendance.finalise": "staff",
  "attendance.correct": "staff",
  "absence.object": "member",
  "absence.decide-objection": "staff",
  "deadline.snooze": "member",
  "deadline.decline": "member",
  "figures.own-duty": "member",
  "figures.own-score": "member",
  "figures.own-cases": "anyone",
  "figures.own-data": "anyone",
  "figures.profile": "deputy-or-staff",
  "figures.count": "deputy-or-staff",
  "figures.cut": "deputy-or-staff",
  "figures.why": "member",
  "figures.missing": "staff",
  "figures.opinions": "member",
  "figures.backlog": "staff",
  "figures.todo": "member",
  "figures.own-attendance": "member",
  "figures.absences": "staff",
  "nudge.list": "staff",
  "nudge.send": "staff",
  "feedback.leave": "anyone",
  "feedback.list": "staff",
  "feedback.close": "staff",
};

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
  readonly roles: readonly RoleHeld[];

  constructor(request: RequestName, speaker: Speaker, mandate: Mandate | null) {
    this.#request = request;
    this.actorId = speaker.kind === "guest" ? null : speaker.personId;
    this.actorName = speaker.kind === "member" ? speaker.name : "";
    this.mandate = mandate;
    this.mandates = speaker.kind === "member" ? speaker.mandates : [];
    this.roles =
      speaker.kind === "member" ? speaker.roles.filter((held) => looksAfterDeputies(held.role)) : [];
  }

  get request(): RequestName {
    return this.#request;
  }

  /** Orgs whose subtrees the actor looks after. Empty for a plain deputy. */
  get scope(): readonly number[] {
    return this.roles.map((held) => held.orgId);
  }
}
export type Grant = Permit;

/** Lets a speaker do one thing, or says why not. The only place where a grant is made. */
export function openGate(speaker: Speaker, request: RequestName, today: Day): Grant | GateRefusal {
  const who = RIGHTS[request];
  if (speaker.kind !== "member") return who === "anyone" ? new Permit(request, speaker, null) : "not-bound";
  const mandate = mandateOn(speaker.mandates, today);
  const isStaff = speaker.roles.some((held) => looksAfterDeputies(held.role));
  const refusal = refusalOf(who, mandate !== null, speaker.mandates.length > 0, isStaff);
  return refusal ?? new Permit(request, speaker, mandate);
}

function refusalOf(who: Who, acting: boolean, deputy: boolean, staff: boolean): GateRefusal | null {
  switch (who) {
    case "anyone":
    case "member":
      return null;
    case "deputy":
      return acting ? null : deputy ? "no-active-mandate" : "deputies-only";
    case "staff":
      return staff ? null : "staff-only";
    case "deputy-or-staff":
      return acting || staff ? null : deputy ? "no-active-mandate" : "deputies-only";
  }
}
