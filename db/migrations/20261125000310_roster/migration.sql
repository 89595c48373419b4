DROP INDEX "mandates_person";--> statement-breakpoint
DROP INDEX "suspensions_mandate";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_once" UNIQUE("person_id","level","term");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_code" UNIQUE("code");--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_once" UNIQUE("mandate_id","from_day");