ALTER TABLE "invites" ADD COLUMN "typed_selector" text;--> statement-breakpoint
CREATE INDEX "invites_selector" ON "invites" ("typed_selector");