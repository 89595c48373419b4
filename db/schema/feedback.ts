import { index, snakeCase, text, unique } from "drizzle-orm/pg-core";
import { instant, rowId, rowRef } from "./columns.ts";
import { people } from "./people.ts";

/** What people say about the program itself, for the office to read. */
export const feedback = snakeCase.table(
  "feedback",
  {
    id: rowId(),
    personId: rowRef().references(() => people.id),
    text: text().notNull(),
    state: text().$type<"open" | "done">().notNull().default("open"),
    inboxId: rowRef(),
    at: instant().notNull(),
    /** When somebody had looked after it. */
    closedAt: instant(),
  },
  (t) => [
    unique("feedback_message").on(t.inboxId),
    index("feedback_state").on(t.state, t.at),
    index("feedback_closed").on(t.closedAt),
  ],
);
