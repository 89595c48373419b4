ALTER TABLE "feedback" ADD COLUMN "closed_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "feedback_closed" ON "feedback" ("closed_at");--> statement-breakpoint
UPDATE "feedback" SET "closed_at" = "at" WHERE "state" = 'done';
