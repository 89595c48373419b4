CREATE TABLE "on_call" (
	"person_id" bigint PRIMARY KEY,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "on_call" ADD CONSTRAINT "on_call_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");