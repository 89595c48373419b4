ALTER TABLE "mandate_changes" ADD COLUMN "lead_id" bigint;--> statement-breakpoint
ALTER TABLE "mandate_changes" ADD COLUMN "undone_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "mandate_changes" ADD COLUMN "undone_by" bigint;--> statement-breakpoint
ALTER TABLE "mandate_changes" ADD CONSTRAINT "mandate_changes_undone_by_people_id_fkey" FOREIGN KEY ("undone_by") REFERENCES "people"("id");