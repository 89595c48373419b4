import type { News } from "#src/domain/news.ts";

/** News of several changes: what would be told to somebody twice under one key is told once, as it is last. */
export const eachOnce = (news: readonly News[]): readonly News[] => [
  ...new Map(news.map((one) => [`${one.key} ${one.to}`, one])).values(),
];
