ALTER TABLE "activities" ADD COLUMN "plan_key" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "held_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "announced_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_plan" UNIQUE("org_id","plan_key");--> statement-breakpoint
CREATE INDEX "activities_held_back" ON "activities" ("on_day") WHERE held_back;--> statement-breakpoint
CREATE INDEX "activities_announced" ON "activities" ("announced_at") WHERE announced_at is not null;