DROP INDEX "attendances_mandate";--> statement-breakpoint
CREATE INDEX "attendances_mandate" ON "attendances" ("mandate_id","activity_id");--> statement-breakpoint
DROP INDEX "notices_activity";--> statement-breakpoint
CREATE INDEX "notices_activity" ON "notices" ("activity_id","mandate_id","delivered_at","outbox_key");--> statement-breakpoint
CREATE INDEX "attendances_notable" ON "attendances" ("activity_id","mandate_id") WHERE status = 'absent' or minutes is not null or called_at is not null;--> statement-breakpoint
CREATE INDEX "attendances_counted" ON "attendances" ("activity_id","mandate_id","status","minutes","answered_at","called_at");--> statement-breakpoint
CREATE INDEX "opinions_open" ON "opinions" ("township_id") WHERE state = 'registered';--> statement-breakpoint
CREATE INDEX "opinions_waiting" ON "opinions" ("filed_at","id") WHERE state = 'registered';