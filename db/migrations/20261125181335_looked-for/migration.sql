CREATE INDEX "activities_final" ON "activities" ("final_at");--> statement-breakpoint
CREATE INDEX "suggestions_waiting" ON "suggestions" ("filed_at") WHERE state = 'submitted';--> statement-breakpoint
CREATE INDEX "mandates_station" ON "mandates" ("station_id");