ALTER TABLE "accounts" ADD COLUMN "blocked_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "accounts_address" ON "accounts" ("sender");--> statement-breakpoint
CREATE INDEX "accounts_conversation" ON "accounts" ("conversation");