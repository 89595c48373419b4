ALTER TABLE "outbox" ADD COLUMN "held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "fetched_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "outbox_unfetched" ON "outbox" ("conversation") WHERE held and fetched_at is null;