CREATE TABLE "figure_cells" (
	"township_id" bigint,
	"month" date,
	"waited_from" timestamp(3) with time zone NOT NULL,
	"waited_until" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "figure_cells_pkey" PRIMARY KEY("township_id","month")
);
--> statement-breakpoint
CREATE TABLE "figure_months" (
	"township_id" bigint,
	"month" date,
	"part" text,
	"org_id" bigint,
	"kind" text,
	"records" integer NOT NULL,
	"activities" integer NOT NULL,
	"unconfirmed" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"deputies" bigint[] NOT NULL,
	CONSTRAINT "figure_months_pkey" PRIMARY KEY("township_id","month","part","org_id","kind")
);
--> statement-breakpoint
CREATE TABLE "stale_months" (
	"township_id" bigint,
	"mandate_id" bigint,
	"month" date
);
--> statement-breakpoint
DROP INDEX "duty_records_day";--> statement-breakpoint
DROP INDEX "duty_records_unverified";--> statement-breakpoint
CREATE INDEX "duty_records_day_place" ON "duty_records" ("starts_on","place","id");--> statement-breakpoint
CREATE INDEX "duty_records_open" ON "duty_records" ("filed_at","id","mandate_id","person_id","entered_by","acknowledged_at") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "stale_months_month" ON "stale_months" ("month");--> statement-breakpoint
-- Whatever a sum of records is made of marks its month in the transaction that changes it: whoever writes it, and
-- however. A change of anything else (who verified it, what it tells) marks nothing.
CREATE FUNCTION "mark_stale_records"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into stale_months (mandate_id, month)
      select distinct n.mandate_id, date_trunc('month', n.starts_on)::date from new_rows n;
  elsif tg_op = 'DELETE' then
    insert into stale_months (mandate_id, month)
      select distinct o.mandate_id, date_trunc('month', o.starts_on)::date from old_rows o;
  else
    insert into stale_months (mandate_id, month)
      select distinct x.mandate_id, date_trunc('month', x.starts_on)::date
      from old_rows o join new_rows n on n.id = o.id
        cross join lateral (values (o.mandate_id, o.starts_on), (n.mandate_id, n.starts_on)) x(mandate_id, starts_on)
      where (o.mandate_id, o.person_id, o.kind, o.starts_on, o.counts, o.occasion, o.filed_at,
          o.state in ('confirmed', 'verified'), o.entered_by is null, o.acknowledged_at is null)
        is distinct from (n.mandate_id, n.person_id, n.kind, n.starts_on, n.counts, n.occasion, n.filed_at,
          n.state in ('confirmed', 'verified'), n.entered_by is null, n.acknowledged_at is null);
  end if;
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "duty_records_added" AFTER INSERT ON "duty_records" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "mark_stale_records"();
--> statement-breakpoint
CREATE TRIGGER "duty_records_changed" AFTER UPDATE ON "duty_records" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "mark_stale_records"();
--> statement-breakpoint
CREATE TRIGGER "duty_records_removed" AFTER DELETE ON "duty_records" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "mark_stale_records"();
--> statement-breakpoint
CREATE FUNCTION "mark_stale_townships"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into stale_months (township_id)
    values (coalesce(old.township_id, 0)), (coalesce(new.township_id, 0));
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "mandates_moved" AFTER UPDATE OF "township_id", "group_id", "station_id" ON "mandates" FOR EACH ROW
  WHEN ((old.township_id, old.group_id, old.station_id)
    IS DISTINCT FROM (new.township_id, new.group_id, new.station_id))
  EXECUTE FUNCTION "mark_stale_townships"();
--> statement-breakpoint
INSERT INTO "stale_months" ("township_id", "month")
  SELECT DISTINCT coalesce(m.township_id, 0), date_trunc('month', r.starts_on)::date
  FROM "duty_records" r JOIN "mandates" m ON m.id = r.mandate_id;
