import { and, desc, eq, like, sql } from "drizzle-orm";
import type { Mandate } from "#src/domain/person.ts";
import type { Tx } from "../client.ts";
import { gathered } from "../gather.ts";
import { cosigners, opinions, suggestions } from "../schema/cases.ts";
import { mandates, people } from "../schema/people.ts";

export type NewOpinion = typeof opinions.$inferInsert;
export type NewSuggestion = typeof suggestions.$inferInsert;

/** Registers opinions. */
export const insertOpinions = gathered<NewOpinion, NewOpinion>(async (tx, rows) => {
  await tx.insert(opinions).values([...rows]);
  return rows;
});

/** A standing opinion that somebody brought, by its number, locked for a change. */
export async function lockOpinion(tx: Tx, number: string, personId: number) {
  const [row] = await tx
    .select()
    .from(opinions)
    .where(
      and(eq(opinions.number, number), eq(opinions.personId, personId), eq(opinions.state, "registered")),
    )
    .for("update");
  return row;
}

/** Somebody's own suggestion that still stands, by its number, locked for a change. */
export async function lockSuggestion(tx: Tx, number: string, personId: number) {
  const [row] = await tx
    .select()
    .from(suggestions)
    .where(
      and(
        eq(suggestions.number, number),
        eq(suggestions.personId, personId),
        eq(suggestions.state, "submitted"),
      ),
    )
    .for("update");
  return row;
}

/** Takes a suggestion back. */
export async function markSuggestionWithdrawn(tx: Tx, id: number): Promise<void> {
  await tx.update(suggestions).set({ state: "withdrawn" }).where(eq(suggestions.id, id));
}

/** Takes an opinion back. */
export async function markOpinionWithdrawn(tx: Tx, id: number): Promise<void> {
  await tx.update(opinions).set({ state: "withdrawn" }).where(eq(opinions.id, id));
}

/** Submits a suggestion; returns its id. */
export async function insertSuggestion(tx: Tx, row: NewSuggestion): Promise<number> {
  const [added] = await tx.insert(suggestions).values(row).returning({ id: suggestions.id });
  return added?.id ?? 0;
}

export type FoundSuggestion = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly personId: number;
  readonly lead: string;
};

/** A congress, as the mandates in it name it: the district's, or that of one township. */
export type Congress = Pick<Mandate, "level" | "townshipId">;

const isOfCongress = ({ level, townshipId }: Congress) =>
  level === "district"
    ? eq(mandates.level, level)
    : and(eq(mandates.level, level), townshipId === null ? sql`false` : eq(mandates.townshipId, townshipId));

/**
 * The newest suggestion to a congress whose number or title matches, of this lead if one is named. One to another
 * congress reads like one that does not exist.
 */
export async function findSuggestion(
  tx: Tx,
  wanted: { readonly title: string; readonly lead?: string },
  congress: Congress,
): Promise<FoundSuggestion | undefined> {
  const byNumber = /建-\d{4}-\d+/u.exec(wanted.title)?.[0];
  const gist = wanted.title.replace(/[%_\\]/gu, "");
  const [row] = await tx
    .select({
      id: suggestions.id,
      number: suggestions.number,
      title: suggestions.title,
      personId: suggestions.personId,
      lead: people.name,
    })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.personId))
    .innerJoin(mandates, eq(mandates.id, suggestions.mandateId))
    .where(
      and(
        eq(suggestions.state, "submitted"),
        isOfCongress(congress),
        byNumber === undefined ? like(suggestions.title, `%${gist}%`) : eq(suggestions.number, byNumber),
        wanted.lead === undefined ? sql`true` : eq(people.name, wanted.lead),
      ),
    )
    .orderBy(desc(suggestions.id))
    .limit(1);
  return row;
}

/** Adds a name to a suggestion; false when it stood there already. */
export async function insertCosigner(
  tx: Tx,
  suggestionId: number,
  personId: number,
  at: Date,
): Promise<boolean> {
  const added = await tx
    .insert(cosigners)
    .values({ suggestionId, personId, at })
    .onConflictDoNothing()
    .returning({ id: cosigners.personId });
  return added.length === 1;
}
