ALTER TABLE "inbox" ADD COLUMN "network_id" text;--> statement-breakpoint
CREATE INDEX "inbox_network" ON "inbox" ("conversation","network_id") WHERE network_id is not null;