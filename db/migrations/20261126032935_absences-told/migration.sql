ALTER TABLE "absence_notices" ADD COLUMN "told_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "absence_notices" ADD COLUMN "told_way" text;--> statement-breakpoint
ALTER TABLE "absence_notices" ADD COLUMN "told_by" bigint;--> statement-breakpoint
CREATE INDEX "absence_notices_told" ON "absence_notices" ("told_at") WHERE withdrawn_at is null;