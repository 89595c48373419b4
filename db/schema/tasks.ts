import { sql } from "drizzle-orm";
import { bigint, index, integer, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { instant, rowId, rowRef, sealed } from "./columns.ts";
import { people } from "./people.ts";

/** Long work that is done apart from the message that asked for it, outside any transaction. */
export const tasks = snakeCase.table(
  "tasks",
  {
    id: rowId(),
    /** What makes it one piece of work: the same key is never taken on twice. */
    key: text().notNull(),
    kind: text().$type<"export" | "own-data">().notNull(),
    /** For whom; what may be in it is judged by the roles held when it is done. */
    personId: rowRef()
      .references(() => people.id)
      .notNull(),
    /** Where it was asked for; null where the program made it by itself. */
    conversation: text(),
    /** What is wanted. */
    body: sealed(),
    status: text().$type<"waiting" | "done" | "refused" | "failed">().notNull().default("waiting"),
    claims: integer().notNull().default(0),
    leaseToken: bigint({ mode: "number" }),
    leaseUntil: instant(),
    createdAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    unique("tasks_key").on(t.key),
    index("tasks_waiting")
      .on(t.id)
      .where(sql`status = 'waiting'`),
    index("tasks_created").on(t.createdAt),
    index("tasks_person").on(t.personId),
  ],
);
