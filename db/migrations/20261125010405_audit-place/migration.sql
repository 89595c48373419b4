ALTER TABLE "audit" ADD COLUMN "place" bigint;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_place" UNIQUE("place");