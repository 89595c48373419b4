ALTER TABLE "duty_records" ADD COLUMN "told_as" text;--> statement-breakpoint
ALTER TABLE "duty_records" DROP COLUMN "occasion";--> statement-breakpoint
ALTER TABLE "duty_records" ADD COLUMN "occasion" text GENERATED ALWAYS AS (coalesce('活' || activity_id::text, told_as, nullif(translate(place, ' ' || chr(12288), ''), ''),
          '履' || coalesce(shared_from, id)::text)) STORED;