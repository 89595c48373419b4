import { sql } from "drizzle-orm";
import type { Answered, ShownActivity, Told } from "#src/domain/requests/activity-shown.ts";
import type { Foretold } from "#src/domain/requests/foretold.ts";
import type { Tx } from "../client.ts";
import { answerOf } from "./answers.ts";
import { isNotified } from "./attendance-facts.ts";
import { leaveOf } from "./leaves.ts";

/** An activity with what its reader may know of the answers. */
export type FoundShown = Pick<
  ShownActivity,
  "content" | "state" | "entered" | "answer" | "answers" | "foretold"
> & {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: Date;
};

type Row = {
  id: string;
  number: string;
  title: string;
  place: string | null;
  content: string | null;
  state: ShownActivity["state"];
  starts_at: string;
  entered: boolean;
  called: boolean;
  answer: "coming" | "leave" | null;
  looked_after: boolean;
  coming: number;
  leave: number;
  silent: string[] | null;
  untold: string[] | null;
  unread: string[] | null;
  partly: { name: string; how: Foretold["how"]; minutes: number | null }[] | null;
  answers: Answered[] | null;
  told: Told[] | null;
  own: { how: Foretold["how"]; minutes: number | null } | null;
};

// The newest word of the activity `a` to the attendance `t` lies in a mailbox, and nobody has come for it.
const liesUnread = sql`exists (select 1 from notices n join outbox o on o.key = n.outbox_key
  where n.activity_id in (a.id, a.session_id) and n.mandate_id = t.mandate_id and o.status = 'sent' and o.held
    and o.fetched_at is null and o.sent_at >= coalesce(greatest(a.moved_at, t.called_at), '-infinity'))`;

/** An activity by its number, for a deputy who was called to it and for staff of this scope; others find nothing. */
export async function findShownActivity(
  tx: Tx,
  number: string,
  { personId, scope }: { readonly personId: number; readonly scope: readonly number[] },
): Promise<FoundShown | undefined> {
  const [row] = await tx.execute<Row>(sql`
    select a.id::text, a.number, a.title, a.place, a.content, a.state, a.starts_at,
      a.created_at > a.starts_at entered, own.called, own.answer, s.looked_after,
      own.foretold own, c.coming, c.leave, c.silent, c.untold, c.unread, c.partly, c.answers, c.told
    from activities a
      cross join lateral (select count(*) > 0 called, max(${answerOf}) answer,
          (array_agg(jsonb_build_object('how', t.foretold, 'minutes', t.foretold_minutes))
            filter (where t.foretold is not null))[1] foretold from attendances t
        where t.activity_id = a.id and t.person_id = ${personId}::int8) own
      cross join lateral (select exists (select 1 from org_tree
        where ancestor_id = any(${sql.param([...scope])}::int8[]) and descendant_id = a.org_id) looked_after) s
      cross join lateral (select (count(*) filter (where e.answer = 'coming'))::int4 coming,
        (count(*) filter (where e.answer = 'leave'))::int4 leave,
        array_agg(e.name order by e.id) filter (where e.answer is null) silent,
        array_agg(e.name order by e.id) filter (where not e.notified and not e.unread) untold,
        array_agg(e.name order by e.id) filter (where not e.notified and e.unread) unread,
        jsonb_agg(jsonb_build_object('name', e.name, 'how', e.foretold, 'minutes', e.foretold_minutes) order by e.id)
          filter (where e.foretold is not null and e.answer is distinct from 'leave') partly,
        jsonb_agg(jsonb_build_object('name', e.name, 'answer', e.answer, 'leave', e.leave) order by e.id) answers,
        jsonb_agg(jsonb_build_object('name', e.name, 'told', case when e.answer is not null then 'answered'
          else coalesce(e.way, 'chat') end) order by e.id) filter (where e.notified) told
        from (select p.id, p.name, case when l.state in ('pending', 'approved') then l.state end leave,
            (select n.way from notices n where n.activity_id in (a.id, a.session_id) and n.mandate_id = t.mandate_id
              and n.way <> 'chat' order by n.delivered_at desc limit 1) way, t.foretold, t.foretold_minutes, case when l.state in ('pending', 'approved') then 'leave' else ${answerOf} end answer,
            ${isNotified} notified, ${liesUnread} unread
          from attendances t join people p on p.id = t.person_id left join lateral (${leaveOf}) l on true
          where t.activity_id = a.id) e) c
    where a.number = ${number} and (own.called or s.looked_after)`);
  return row === undefined ? undefined : toShown(row);
}

function toShown(row: Row): FoundShown {
  const { title, place, content, state, entered, called, answer, coming, leave } = row;
  const answers = {
    coming,
    leave,
    silent: row.silent ?? [],
    untold: row.untold ?? [],
    unread: row.unread ?? [],
    partly: (row.partly ?? []).map((one) => ({ name: one.name, ...toForetold(one) })),
    answers: row.answers ?? [],
    told: row.told ?? [],
  };
  return {
    id: Number(row.id),
    number: row.number,
    title,
    place,
    content,
    state,
    entered,
    startsAt: new Date(row.starts_at),
    ...(called ? { answer } : {}),
    ...(row.own === null ? {} : { foretold: toForetold(row.own) }),
    ...(row.looked_after ? { answers } : {}),
  };
}

const toForetold = ({ how, minutes }: NonNullable<Row["own"]>): Foretold => ({
  how,
  ...(minutes === null ? {} : { minutes }),
});
