import { bigint, index, integer, snakeCase, text } from "drizzle-orm/pg-core";
import { instant, rowRef, sealed } from "./columns.ts";

/** Files of conversations: what people sent, and what was made for them. */
export const attachments = snakeCase.table(
  "attachments",
  {
    id: text().primaryKey(),
    conversation: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    bytes: sealed().notNull(),
    recordId: rowRef(),
    /** What it was handed in with, and the people besides its sender who may open it. */
    submissionId: rowRef(),
    readers: bigint({ mode: "number" }).array(),
    opinionId: rowRef(),
    /** What the program made for staff tells of these subtrees; whoever opens it looks after them that day. */
    scope: bigint({ mode: "number" }).array(),
    /** The work that made it. */
    taskId: rowRef(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("attachments_submission").on(t.submissionId),
    index("attachments_conversation").on(t.conversation),
    index("attachments_record").on(t.recordId),
    index("attachments_opinion").on(t.opinionId),
    index("attachments_created").using("brin", t.createdAt),
  ],
);
