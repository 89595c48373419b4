ALTER TABLE "web_messages" ALTER COLUMN "body" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "invites_expires" ON "invites" ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_ended" ON "sessions" ("ended_at");--> statement-breakpoint
CREATE INDEX "absence_notices_objected" ON "absence_notices" ("objection_decided_at") WHERE objection is not null;--> statement-breakpoint
CREATE INDEX "leaves_noted" ON "leaves" ("requested_at") WHERE note is not null;--> statement-breakpoint
CREATE INDEX "attachments_created" ON "attachments" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "web_messages_at" ON "web_messages" USING brin ("at");--> statement-breakpoint
CREATE INDEX "occurrences_ran" ON "occurrences" USING brin ("ran_at");--> statement-breakpoint
CREATE INDEX "reminders_created" ON "reminders" USING brin ("created_at");