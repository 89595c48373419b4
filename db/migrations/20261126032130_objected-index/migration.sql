DROP INDEX "absence_notices_objected";--> statement-breakpoint
CREATE INDEX "absence_notices_objected" ON "absence_notices" ("objection_decided_at") WHERE objected_at is not null;