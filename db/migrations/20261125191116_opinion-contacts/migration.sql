CREATE TABLE "opinion_contacts" (
	"opinion_id" bigint PRIMARY KEY,
	"contact" bytea NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "opinion_contacts_created" ON "opinion_contacts" ("created_at");--> statement-breakpoint
ALTER TABLE "opinion_contacts" ADD CONSTRAINT "opinion_contacts_opinion_id_opinions_id_fkey" FOREIGN KEY ("opinion_id") REFERENCES "opinions"("id");