ALTER TABLE "outbox" ADD COLUMN "parts_sent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "unsure" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "outbox" SET "unsure" = 1 WHERE "possible_repeat" AND "status" IN ('new', 'sending');
