import type { Notice } from "#db/queries/absence-notices.ts";
import { type NewsWord, newsKey } from "#src/domain/news.ts";

/** A notice that was raised, and the how many-th time. */
export type Raised = Pick<Notice, "id" | "raised">;

/** The key of news about a notice: one that is raised again after it was withdrawn is another piece of news. */
export const absenceKey = (what: string, { id, raised }: Raised): string => `absence:${what}:${id}:${raised}`;

/** What tells a deputy of an absence. */
export const TOLD: readonly NewsWord["kind"][] = ["absence.warned", "absence.struck"];

/** The key under which the outbox has what a deputy was told of a notice. */
export const toldKey = (notice: Raised, personId: number): string =>
  newsKey({ key: absenceKey("told", notice), to: personId });
