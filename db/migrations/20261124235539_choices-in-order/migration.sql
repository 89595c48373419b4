ALTER TABLE "choices" ADD COLUMN "seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "choices_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
DROP INDEX "choices_card";--> statement-breakpoint
CREATE INDEX "choices_card" ON "choices" ("conversation","seq");