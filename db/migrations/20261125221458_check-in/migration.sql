ALTER TABLE "attendances" ADD COLUMN "checked_in_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "check_in_misses" integer DEFAULT 0 NOT NULL;