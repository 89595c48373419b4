import { sql } from "drizzle-orm";
import type { Span } from "#src/domain/attendance/attendance-facts.ts";

/** An id as the database sends it, or none. */
export const idOrNone = (text: string | null): number | null => (text === null ? null : Number(text));

/** SQL: of a mandate `m` where somebody sits and since when, with the stretches in which it rests, oldest first. */
export const SEAT_COLUMNS = sql`m.id::text, m.person_id::text, m.level, m.term, m.constituency, m.group_id::text,
  m.township_id::text, m.station_id::text, m.valid_from::text "from", m.valid_to::text "to", m.status,
  coalesce((select json_agg(json_build_object('from', x.from_day, 'to', x.to_day) order by x.from_day)
    from suspensions x where x.mandate_id = m.id), '[]')::text suspensions`;

/** What of these columns comes as text and is more than text. */
export type SeatTexts = {
  readonly id: string;
  readonly person_id: string;
  readonly group_id: string | null;
  readonly township_id: string | null;
  readonly station_id: string | null;
  readonly suspensions: string;
};

/** The same in the words of the domain. */
export type SeatIds = {
  readonly id: number;
  readonly personId: number;
  readonly groupId: number | null;
  readonly townshipId: number | null;
  readonly stationId: number | null;
  readonly suspensions: readonly Span[];
};

/** A row with the columns of a seat, with its ids as numbers and its stretches read. */
export const toSeat = <R extends SeatTexts>({
  id,
  person_id,
  group_id,
  township_id,
  station_id,
  suspensions,
  ...row
}: R): Omit<R, keyof SeatTexts> & SeatIds => ({
  ...row,
  id: Number(id),
  personId: Number(person_id),
  groupId: idOrNone(group_id),
  townshipId: idOrNone(township_id),
  stationId: idOrNone(station_id),
  suspensions: JSON.parse(suspensions) as readonly Span[],
});
