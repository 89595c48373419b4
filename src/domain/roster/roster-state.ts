import type { Span } from "../attendance/attendance-facts.ts";
import type { Day } from "../day.ts";
import type { OrgKind } from "../org.ts";
import type { MandateStatus, StaffRole } from "../person.ts";

/** A row's id; a negative one stands for the row that is about to be added at this place (-1 the first). */
export type Ref = number;

/** An organisation on file. */
export type KnownOrg = {
  readonly id: Ref;
  readonly name: string;
  readonly kind: OrgKind;
  readonly parentId: Ref | null;
};

/** A person on file, with what tells people of one name apart. */
export type KnownPerson = {
  readonly id: Ref;
  readonly name: string;
  readonly code: string | null;
  /** Digits. */
  readonly phone: string | null;
};

/** What a mandate says, on file or about to be. */
export type SeatFacts = {
  readonly personId: Ref;
  readonly level: "district" | "township";
  readonly term: string;
  readonly constituency: string | null;
  readonly groupId: Ref | null;
  readonly townshipId: Ref | null;
  readonly stationId: Ref | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly status: MandateStatus;
};

/** A mandate on file, with the stretches in which it rests. */
export type KnownMandate = SeatFacts & { readonly id: Ref; readonly suspensions: readonly Span[] };

/** A role of staff on file; `to` is its last day, null while it lasts. */
export type KnownRole = {
  readonly personId: Ref;
  readonly orgId: Ref;
  readonly role: StaffRole;
  readonly from: Day;
  readonly to: Day | null;
};

/** Everything on file that a roster is compared with. */
export type RosterState = {
  readonly orgs: readonly KnownOrg[];
  readonly people: readonly KnownPerson[];
  readonly mandates: readonly KnownMandate[];
  readonly roles: readonly KnownRole[];
};
