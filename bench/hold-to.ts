import type { Figures } from "./bench.ts";

/** The most that a figure may be, by its name. */
export type Budgets = Readonly<Record<string, number>>;

/** Hands figures on; throws naming each one that is beyond its budget or was not measured. */
export function holdTo(budgets: Budgets, figures: Figures): Figures {
  const beyond = Object.entries(budgets).flatMap(([name, most]) => {
    const figure = figures[name];
    return typeof figure === "number" && figure <= most ? [] : [`${name}: ${figure}, at most ${most}`];
  });
  if (beyond.length > 0) throw new Error(`beyond the budget: ${beyond.join("; ")}`);
  return figures;
}
