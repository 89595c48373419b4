CREATE TABLE "second_factors" (
	"person_id" bigint PRIMARY KEY,
	"secret" bytea NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"last_step" bigint
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "second_factors_made" ON "second_factors" ("made_at");--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_people_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id");