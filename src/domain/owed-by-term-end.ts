import type { Policy } from "./policy.ts";

/** The titles of what a policy asks of the deputies of a congress by the end of their term. */
export const owedByTermEnd = ({ obligations }: Policy, level: "district" | "township"): readonly string[] =>
  Object.values(obligations)
    .filter(({ period, levels }) => period === "term" && levels.includes(level))
    .map(({ title }) => title);
