ALTER TABLE "outbox" ADD COLUMN "had_by" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "outbox_pace" ON "outbox" ("had_by") WHERE had_by is not null;