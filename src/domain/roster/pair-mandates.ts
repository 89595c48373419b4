import { bareTerm } from "../bare-term.ts";
import type { MandateEntry } from "./roster.ts";
import type { PlannedOrgs } from "./plan-orgs.ts";
import { SEAT_KINDS } from "./org-names.ts";
import type { KnownMandate, Ref, SeatFacts } from "./roster-state.ts";

/** A row of the roster beside the mandate on file that it speaks of, if there is one. */
export type Pair = {
  readonly entry: MandateEntry;
  readonly before: KnownMandate | null;
  readonly after: SeatFacts;
};

const seatKey = (personId: Ref, level: string, term: string): string =>
  `${personId} ${level} ${bareTerm(term)}`;

/**
 * Pairs rows with mandates: of one person, congress and term, those that begin on the same day; where one row and one
 * mandate are left over, the row corrects the first day. Cells of columns that the file does not have say nothing.
 */
export function pairMandates(
  entries: readonly MandateEntry[],
  known: readonly KnownMandate[],
  personOf: (entry: MandateEntry) => Ref,
  orgs: Pick<PlannedOrgs, "refOf">,
): Pair[] {
  const onFile = Map.groupBy(known, (one) => seatKey(one.personId, one.level, one.term));
  const asked = Map.groupBy(entries, (one) => seatKey(personOf(one), one.level, one.term));
  return [...asked].flatMap(([key, rows]) => {
    const mandates = onFile.get(key) ?? [];
    const sameDay = (row: MandateEntry) => mandates.find((one) => one.from === row.from);
    const leftRows = rows.filter((row) => sameDay(row) === undefined);
    const leftMandates = mandates.filter((one) => !rows.some((row) => row.from === one.from));
    const isCorrected = leftRows.length === 1 && leftMandates.length === 1;
    return rows.map((entry) => {
      const before = sameDay(entry) ?? (isCorrected ? leftMandates[0] : undefined) ?? null;
      return {
        entry,
        before,
        after: toFacts(entry, before ?? mandates[0] ?? null, before, personOf(entry), orgs),
      };
    });
  });
}

// A term is spelled as it is on file already, and a suspension is kept beside the mandate, not in it.
function toFacts(
  entry: MandateEntry,
  spelling: KnownMandate | null,
  before: KnownMandate | null,
  personId: Ref,
  { refOf }: Pick<PlannedOrgs, "refOf">,
): SeatFacts {
  const org = (kind: keyof typeof SEAT_KINDS, kept: Ref | null): Ref | null => {
    const name = entry[kind];
    return name === undefined ? kept : name === null ? null : refOf(name, SEAT_KINDS[kind]);
  };
  return {
    personId,
    level: entry.level,
    term: spelling?.term ?? entry.term,
    constituency: entry.constituency === undefined ? (before?.constituency ?? null) : entry.constituency,
    groupId: org("group", before?.groupId ?? null),
    townshipId: org("township", before?.townshipId ?? null),
    stationId: org("station", before?.stationId ?? null),
    from: entry.from,
    to: entry.to,
    status: entry.status === "suspended" ? "active" : entry.status,
  };
}
