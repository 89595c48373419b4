import type { Facts } from "#src/domain/facts.ts";
import type { Query } from "#src/understanding/understanding.ts";
import { askedStretch } from "../asked-stretch.ts";
import type { AskedTerm } from "#src/domain/figures/asked-term.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import { isStaff } from "../audience.ts";
import type { AskedFigure } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { say } from "../turns.ts";
import { periodsApart } from "./periods-apart.ts";
import type { Said } from "./report.ts";

const OVER_TIME: ReadonlySet<Query["name"]> = new Set([
  "stats",
  "deputy_profile",
  "my_reports",
  "missing_reports",
  "my_attendance",
  "absences",
  "export",
  "opinion_stats",
]);

/**
 * A question with the stretch of time that its words name, or the answer where they name several that are not one, or
 * one that nobody here knows the ends of: another stretch is not passed off as it.
 */
export function whenAsked(
  dialog: Dialog,
  query: AskedFigure,
  said: Said,
  facts: Facts,
): { readonly query: AskedFigure } | { readonly turn: Turn } {
  if (!OVER_TIME.has(query.name)) return { query };
  const apart = periodsApart(dialog, said, facts);
  if (apart !== undefined) return { turn: apart };
  const stretch = askedStretch(said, facts);
  if (stretch === undefined) return { query };
  const { period, term, words } = stretch;
  if (term !== undefined && canLookUp(query, term, said.text, facts))
    return { query: { ...query, ...yearAround(facts.today), term } };
  return period === undefined
    ? { turn: say(dialog, { kind: "figures.not-heeded", what: words.join("") }) }
    : { query: { ...query, ...period } };
}

// Whose time in office is meant must be said; the own attendance is not told by terms.
function canLookUp(
  { name, person }: AskedFigure,
  { which }: AskedTerm,
  text: string,
  { speaker }: Facts,
): boolean {
  const isOwn = !isStaff(speaker) || isOfOneself(text);
  if (isOwn && (name === "my_attendance" || name === "absences")) return false;
  return which !== "in-office" || isOwn || person !== undefined;
}
