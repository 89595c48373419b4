CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY,
	"conversation" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"used_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX "sessions_conversation" ON "sessions" ("conversation");--> statement-breakpoint
CREATE INDEX "sessions_used" ON "sessions" ("used_at");