import type { Facts } from "#src/domain/facts.ts";
import { toOpinion } from "#src/understanding/opinions.ts";
import { complains } from "#src/understanding/problems.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import type { ReportCard } from "./dialog.ts";

// What was seen or told on the way: 看了老王家的危房, 发现路灯不亮.
const SEEN =
  /(?:看了(?:看|一下)?|看到了?|看见了?|发现了?|了解到|得知|听说|反映|说)[\s,:]*(?<matter>[^]{6,})$/u;

/**
 * The words of a report that may tell of a resident's matter, where the reader saw one and could not make it an opinion
 * of its own. Undefined where nothing was left out.
 */
export function findUnheard({ reports, opinions, ask }: Understanding): string | undefined {
  if (reports.length !== 1 || opinions.length > 0 || !ask.includes("text") || !ask.includes("category"))
    return undefined;
  const told = reports[0]?.text ?? "";
  const matter = SEEN.exec(told)?.groups?.["matter"] ?? told;
  return complains(matter) ? matter : undefined;
}

/** The card with what was left out of it, as an opinion beside the record. */
export function withHeard(card: ReportCard, { places }: Facts): ReportCard {
  const { unheard, ...rest } = card;
  return unheard === undefined ? card : { ...rest, opinions: [...card.opinions, toOpinion(unheard, places)] };
}
