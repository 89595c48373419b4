import type { Page } from "#src/domain/figures/figure-view.ts";

/** So many lines of a list stand in one answer, with words above and below them. */
const LINES = 5;

/** One page of a list that is at hand whole; a page beyond its end is the last. */
export function pageOf<T>(all: readonly T[], wanted = 1, size = LINES): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  return { rows: all.slice((page - 1) * size, page * size), page, pages, total: all.length };
}
