ALTER TABLE "duty_records" ADD COLUMN "suggestion_id" bigint;--> statement-breakpoint
ALTER TABLE "duty_records" ADD CONSTRAINT "duty_records_suggestion" UNIQUE("suggestion_id","person_id");