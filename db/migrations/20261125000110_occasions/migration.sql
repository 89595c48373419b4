ALTER TABLE "duty_records" ADD COLUMN "shared_from" bigint;--> statement-breakpoint
ALTER TABLE "duty_records" ADD COLUMN "occasion" text GENERATED ALWAYS AS (coalesce('活' || activity_id::text, nullif(translate(place, ' ' || chr(12288), ''), ''),
          '履' || coalesce(shared_from, id)::text)) STORED;--> statement-breakpoint
ALTER TABLE "duty_records" ADD CONSTRAINT "duty_records_share" UNIQUE("shared_from","person_id");--> statement-breakpoint
CREATE INDEX "duty_records_unverified" ON "duty_records" ("mandate_id","starts_on") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "duty_records_unacknowledged" ON "duty_records" ("person_id") WHERE entered_by is not null and acknowledged_at is null;