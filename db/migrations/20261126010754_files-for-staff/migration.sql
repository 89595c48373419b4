ALTER TABLE "attachments" ADD COLUMN "scope" bigint[];--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "task_id" bigint;