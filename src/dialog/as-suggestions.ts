import { kindAsked } from "#src/understanding/kind-asked.ts";
import type { AskedFigure } from "./basis-of.ts";

/** 建议提了几件 is of what deputies submitted, and no question about residents' opinions. */
export function asSuggestions(query: AskedFigure, text: string): AskedFigure {
  if (query.name !== "opinion_stats" || /意见|诉求|群众|居民|选民|反映/u.test(text)) return query;
  const kind = kindAsked("stats", text);
  return kind === "suggestion_lead" || kind === "motion_lead" ? { ...query, name: "stats", kind } : query;
}
