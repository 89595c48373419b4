import type { Budgets, Figures } from "./bench.ts";

/** Where lines of one run go. */
export type Printer = { readonly log: (line: string) => void; readonly error: (line: string) => void };

/**
 * Prints what was measured, one figure a line or as JSON, and after it what is beyond its budget or was not measured;
 * true where every budget was kept.
 */
export function printFigures(figures: Figures, budgets: Budgets, asJson: boolean, to: Printer): boolean {
  if (asJson) to.log(JSON.stringify(figures));
  else for (const [key, value] of Object.entries(figures)) to.log(`${key.padEnd(40)}${value}`);
  const beyond = Object.entries(budgets).flatMap(([name, most]) => {
    const figure = figures[name];
    return typeof figure === "number" && figure <= most ? [] : [`${name}: ${figure}, at most ${most}`];
  });
  if (beyond.length > 0) to.error(`beyond the budget: ${beyond.join("; ")}`);
  return beyond.length === 0;
}
