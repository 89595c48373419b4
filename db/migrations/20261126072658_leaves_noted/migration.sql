DROP INDEX "leaves_noted";--> statement-breakpoint
CREATE INDEX "leaves_noted" ON "leaves" ("requested_at") WHERE note is not null or reason <> 'other';