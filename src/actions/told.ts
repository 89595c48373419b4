import type { News } from "#src/domain/news.ts";

/** An outcome, with what people hear of it who did not ask. */
export type Told<T> = { readonly outcome: T; readonly news: readonly News[] };
