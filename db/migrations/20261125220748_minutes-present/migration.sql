ALTER TABLE "activities" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "minutes" integer;