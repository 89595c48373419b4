ALTER TABLE "absence_notices" ADD COLUMN "handled_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "absence_notices" ADD COLUMN "handled_by" bigint;--> statement-breakpoint
ALTER TABLE "absence_notices" ADD COLUMN "handling" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "session_id" bigint;--> statement-breakpoint
CREATE INDEX "activities_session" ON "activities" ("session_id");