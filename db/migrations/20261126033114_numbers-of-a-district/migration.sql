ALTER TABLE "people" DROP CONSTRAINT "people_code";--> statement-breakpoint
CREATE INDEX "people_numbered" ON "people" ("code");