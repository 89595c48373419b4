ALTER TABLE "accounts" ADD COLUMN "gap_asked_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "gap_from" timestamp(3) with time zone;