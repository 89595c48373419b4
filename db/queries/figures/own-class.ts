import type { SQL } from "drizzle-orm";

/** SQL: an instant as YYYY-MM-DD HH:MM in the district's time zone. */
export type Minute = (at: SQL) => SQL;

/** SQL: the rows of one class that are about the person with this id. */
export type OwnClass = (id: SQL, minute: Minute) => SQL;
