ALTER TABLE "attendances" ADD COLUMN "foretold" text;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "foretold_minutes" integer;