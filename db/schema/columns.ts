import { bigint, bytea, date, timestamp } from "drizzle-orm/pg-core";

/** An instant. Days of the district are `day` columns, never instants cut short. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
/** A calendar day of the district as YYYY-MM-DD. */
export const day = () => date({ mode: "string" });
/** A row's own number, rising. */
export const rowId = () => bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity();
/** The number of another table's row. */
export const rowRef = () => bigint({ mode: "number" });
/** Text encrypted with the field key (`db/vault.ts`). */
export const sealed = () => bytea();
