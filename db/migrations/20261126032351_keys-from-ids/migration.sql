ALTER TABLE "absence_notices" ADD COLUMN "raised" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "absence_notices" ADD COLUMN "objections" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "leaves" ADD COLUMN "wishes" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
UPDATE "outbox" o SET "key" = 'news:absence:told:' || n."id" || ':1:' || n."person_id" FROM "absence_notices" n
WHERE o."key" = 'news:absence:told:' || n."rule" || ':' || n."mandate_id" || ':' || n."activity_id" || ':' || n."level"
  || ':' || (extract(epoch from n."created_at") * 1000)::bigint || ':' || n."person_id";
