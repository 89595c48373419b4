import { sql } from "drizzle-orm";
import type { FiledOpinion, SimilarRecord } from "#src/domain/requests/report.ts";
import type { EnteredRecord, ReportNews } from "#src/domain/requests/report-news.ts";
import type { Tx } from "../client.ts";

type Row = SimilarRecord & { readonly by: string };
type EnteredRow = EnteredRecord & { readonly by: string; readonly with: readonly string[] };

/** The records that staff entered with their opinions, as their deputy is asked about them; nothing where there are none. */
export async function findEnteredNews(tx: Tx, ids: readonly number[]): Promise<ReportNews | undefined> {
  const rows = await tx.execute<EnteredRow>(sql`
    select r.number, r.kind, r.starts_on::text date, r.place, r.counts, p.name "by", array(
      select n.name from record_companions c join people n on n.id = c.person_id
      where c.record_id = r.id order by c.person_id) "with"
    from duty_records r join people p on p.id = r.entered_by
    where r.id = any(${sql.param([...ids])}::int8[]) order by r.id`);
  const records = rows.map(({ by, ...record }) => ({ by, record }));
  const [first] = records;
  if (first === undefined) return undefined;
  const opinions = await tx.execute<FiledOpinion & Record<string, unknown>>(sql`
    select number, text, category, urgent from opinions
    where record_id = any(${sql.param([...ids])}::int8[]) and state = 'registered' order by id`);
  const heard = opinions.length === 0 ? {} : { opinions: [...opinions] };
  return { kind: "report.entered", records: records.map((one) => one.record), by: first.by, ...heard };
}

/**
 * The colleague's record in which somebody was named last and has not decided, as he or she is asked about it; of those of
 * these colleagues, where any are named.
 */
export async function findCompanionNews(
  tx: Tx,
  personId: number,
  colleagues: readonly string[] = [],
): Promise<ReportNews | undefined> {
  const named = colleagues.length === 0 ? null : sql.param([...colleagues]);
  const [row] = await tx.execute<Row>(sql`
    select r.number, r.kind, r.starts_on::text date, r.place, r.counts, p.name "by"
    from record_companions c join duty_records r on r.id = c.record_id join people p on p.id = r.person_id
    where c.person_id = ${personId}::int8 and c.state = 'named' and r.state in ('confirmed', 'verified')
      and (r.entered_by is null or r.acknowledged_at is not null)
      and (${named}::text[] is null or p.name = any(${named}::text[]))
    order by r.filed_at desc, r.id desc limit 1`);
  if (row === undefined) return undefined;
  const { by, ...record } = row;
  return { kind: "report.companion", record, by };
}
