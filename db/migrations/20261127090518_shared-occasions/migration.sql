CREATE TABLE "figure_repeats" (
	"month" date,
	"part" text,
	"org_id" bigint,
	"kind" text,
	"times" integer NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "figure_repeats_pkey" PRIMARY KEY("month","part","org_id","kind")
);
--> statement-breakpoint
CREATE TABLE "figure_shares" (
	"township_id" bigint NOT NULL,
	"month" date NOT NULL,
	"part" text NOT NULL,
	"org_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"occasion" text NOT NULL,
	"key" bigint NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "duty_records" ADD COLUMN "together_with" bigint[];--> statement-breakpoint
ALTER TABLE "figure_cells" ADD COLUMN "with_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "duty_records_together" ON "duty_records" ("id") WHERE together_with is not null;--> statement-breakpoint
CREATE INDEX "figure_shares_month" ON "figure_shares" ("month","township_id","part","org_id");--> statement-breakpoint
-- Whose own record is one occasion with a colleague's that he or she said yes to; until now only the same words told it.
UPDATE "duty_records" r SET "together_with" = t.ids FROM (
  SELECT own.id, array_agg(DISTINCT coalesce(o.shared_from, o.id)) ids
  FROM record_companions c JOIN duty_records o ON o.id = c.record_id
    JOIN duty_records own ON own.person_id = c.person_id AND own.starts_on = o.starts_on AND own.kind = o.kind
      AND own.occasion = o.occasion AND own.id <> o.id
  WHERE c.state = 'confirmed' AND own.activity_id IS NULL
    AND coalesce(own.shared_from, own.id) <> coalesce(o.shared_from, o.id)
  GROUP BY own.id) t
WHERE t.id = r.id;
--> statement-breakpoint
-- As before, and besides: what makes a record part of an occasion is part of its sums, and a share marks the month of
-- what it shares, which is kept as shared from then on. Whoever changes that one meanwhile waits, or is waited for.
CREATE OR REPLACE FUNCTION "mark_stale_records"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into stale_months (mandate_id, month)
      select distinct n.mandate_id, date_trunc('month', n.starts_on)::date from new_rows n;
    insert into stale_months (mandate_id, month)
      select distinct s.mandate_id, date_trunc('month', s.starts_on)::date from (
        select o.mandate_id, o.starts_on from duty_records o where o.id in (
          select unnest(n.shared_from || n.together_with) from new_rows n
          where n.shared_from is not null or n.together_with is not null)
        order by o.id for share) s;
  elsif tg_op = 'DELETE' then
    insert into stale_months (mandate_id, month)
      select distinct o.mandate_id, date_trunc('month', o.starts_on)::date from old_rows o;
  else
    insert into stale_months (mandate_id, month)
      select distinct x.mandate_id, date_trunc('month', x.starts_on)::date
      from old_rows o join new_rows n on n.id = o.id
        cross join lateral (values (o.mandate_id, o.starts_on), (n.mandate_id, n.starts_on)) x(mandate_id, starts_on)
      where (o.mandate_id, o.person_id, o.kind, o.starts_on, o.counts, o.occasion, o.filed_at, o.activity_id,
          o.shared_from, o.together_with,
          o.state in ('confirmed', 'verified'), o.entered_by is null, o.acknowledged_at is null)
        is distinct from (n.mandate_id, n.person_id, n.kind, n.starts_on, n.counts, n.occasion, n.filed_at, n.activity_id,
          n.shared_from, n.together_with,
          n.state in ('confirmed', 'verified'), n.entered_by is null, n.acknowledged_at is null);
    insert into stale_months (mandate_id, month)
      select distinct s.mandate_id, date_trunc('month', s.starts_on)::date from (
        select r.mandate_id, r.starts_on from duty_records r where r.id in (
          select unnest(n.shared_from || n.together_with) from old_rows o join new_rows n on n.id = o.id
          where (o.shared_from, o.together_with) is distinct from (n.shared_from, n.together_with))
        order by r.id for share) s;
  end if;
  return null;
end $$;
