CREATE TABLE "second_readings" (
	"inbox_id" bigint PRIMARY KEY,
	"status" text DEFAULT 'asked' NOT NULL,
	"proposal" bytea,
	"lease_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX "second_readings_asked" ON "second_readings" ("inbox_id") WHERE status = 'asked';--> statement-breakpoint
ALTER TABLE "second_readings" ADD CONSTRAINT "second_readings_inbox_id_inbox_id_fkey" FOREIGN KEY ("inbox_id") REFERENCES "inbox"("id") ON DELETE CASCADE;