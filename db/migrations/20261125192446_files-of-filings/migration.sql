ALTER TABLE "attachments" ADD COLUMN "opinion_id" bigint;--> statement-breakpoint
CREATE INDEX "attachments_opinion" ON "attachments" ("opinion_id");