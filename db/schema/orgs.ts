import { index, integer, primaryKey, snakeCase, text } from "drizzle-orm/pg-core";
import type { OrgKind } from "#src/domain/org.ts";
import { rowId, rowRef } from "./columns.ts";

/** The organisation tree: province → city → district → township → station, room, group; handling units. */
export const orgs = snakeCase.table(
  "orgs",
  {
    id: rowId(),
    parentId: rowRef(),
    kind: text().$type<OrgKind>().notNull(),
    name: text().notNull(),
    /** Statistical code of the place, where it has one. */
    code: text(),
  },
  (t) => [index("orgs_name").on(t.name), index("orgs_parent").on(t.parentId)],
);

/** Every ancestor of every org, itself included: what makes `scope = subtree` one indexed join. */
export const orgTree = snakeCase.table(
  "org_tree",
  {
    ancestorId: rowRef()
      .references(() => orgs.id)
      .notNull(),
    descendantId: rowRef()
      .references(() => orgs.id)
      .notNull(),
    depth: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorId, t.descendantId] }),
    index("org_tree_descendant").on(t.descendantId),
  ],
);
