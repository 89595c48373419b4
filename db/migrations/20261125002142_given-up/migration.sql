CREATE INDEX "inbox_dead" ON "inbox" ("id") WHERE status = 'dead';--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" ("id") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "outbox_repeats" ON "outbox" ("id") WHERE possible_repeat;