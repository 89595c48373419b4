import { type SQL, sql } from "drizzle-orm";
import type { CountUnit } from "#src/domain/count-unit.ts";
import { BETWEEN_VALUES } from "#src/domain/sheet.ts";
import type { Tx } from "../../client.ts";
import { type CountedFilter, withCounted } from "./counted.ts";
import { NO_SHARES } from "./kept.ts";
import { UNDIVIDED, withSpanning } from "./spanning.ts";

/** Few enough that nobody's message waits while they are taken in. */
const LINES_AT_ONCE = 500;

/**
 * Reads every record behind a figure, the oldest first, and hands them on five hundred at a time, each as a line of a sheet
 * (`toSheetLine`): number, kind, first and last day, deputy, township, group, station, place, narrative, whether it is the first of its
 * occasion (1 or 0), quantities as told, then one value for each of `units`, state, whether unconfirmed, source, files,
 * day of filing. An occasion's quantity stands in its first record only, at its largest: each column adds up to the
 * figure.
 */
export async function readCountedLines(
  tx: Tx,
  filter: CountedFilter,
  { units, zone }: { readonly units: readonly CountUnit[]; readonly zone: string },
  take: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  // All of it is read: a plan for its first rows would take half as long again.
  await tx.execute(sql`select set_config('cursor_tuple_fraction', '1', true)`);
  await tx.execute(sql`declare exported no scroll cursor for ${withCounted(filter)}, ${NO_SHARES},
    ${withSpanning({ counted: sql`counted`, shares: sql`shares`, ...UNDIVIDED })}
    select ${lineOf([
      sql`r.number`,
      sql`c.kind`,
      sql`r.starts_on`,
      sql`r.ends_on`,
      sql`p.name`,
      sql`t.name`,
      sql`g.name`,
      sql`s.name`,
      plain(sql`r.place`),
      plain(sql`r.narrative`),
      sql`case when row_number() over w = 1 then 1 else 0 end`,
      sql`c.counts`,
      ...units.map(toAmount),
      sql`r.state`,
      sql`c.unconfirmed::text`,
      sql`r.source`,
      sql`coalesce(f.files, 0)`,
      sql`(r.filed_at at time zone ${zone})::date`,
    ])} line
    from counted c join duty_records r on r.id = c.id join people p on p.id = c.person_id
      left join orgs t on t.id = c.township_id left join orgs g on g.id = c.group_id
      left join orgs s on s.id = c.station_id
      left join (select record_id, count(*) files from attachments where record_id is not null group by 1) f
        on f.record_id = c.id
      left join spanning o on (o.kind, o.starts_on, o.occasion, o.town)
        = (c.kind, c.starts_on, c.occasion, coalesce(c.township_id, 0))
    window w as (partition by ${OCCASION} order by c.id
      rows between unbounded preceding and unbounded following)
    order by ${OCCASION}, c.id`);
  for (;;) {
    const rows = await tx.execute<{ line: string }>(
      sql`fetch ${sql.raw(String(LINES_AT_ONCE))} from exported`,
    );
    if (rows.length > 0) await take(rows.map((row) => row.line));
    if (rows.length < LINES_AT_ONCE) break;
  }
  await tx.execute(sql`close exported`);
}

const toAmount = (unit: CountUnit): SQL =>
  sql`case when row_number() over w = 1 then max((c.counts ->> ${unit})::numeric) over w end`;

// What several townships share stands together, before what is of one.
const OCCASION = sql`c.starts_on, c.kind, o.label, case when o.label is null then c.township_id end, c.occasion`;

// What is null is empty. To write JSON would take a third longer, and to read it again.
const lineOf = (values: readonly SQL[]): SQL =>
  sql`format(${values.map(() => "%s").join(BETWEEN_VALUES)}::text, ${sql.join([...values], sql`, `)})`;

const plain = (text: SQL): SQL => sql`replace(${text}, ${BETWEEN_VALUES}, '')`;
