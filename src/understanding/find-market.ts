import { guarded } from "./guarded.ts";
import type { FoundPlace } from "./places.ts";

const MARKET = guarded(/赶(?<name>[一-龥]{2,3})场(?!天|坝)/u);

/** The place whose market somebody went to, which is called by its name: 赶水田场, 麦坪赶场. */
export function findMarket(text: string, places: readonly string[]): FoundPlace | undefined {
  const match = MARKET.exec(text);
  const place = match?.groups?.["name"];
  if (match === null) return marketOf(text, places);
  if (place === undefined || /^(?:转|乡|完|了|过)|了$/u.test(place)) return undefined;
  return { place, index: match.index + 1 };
}

const ON_MARKET = guarded(/(?:^|[,。\s在到去])(?<name>[一-龥]{2,3})(?=赶[场集])/u);

// 麦坪赶场: the town without its last word, where it is known.
function marketOf(text: string, places: readonly string[]): FoundPlace | undefined {
  const match = ON_MARKET.exec(text);
  const name = match?.groups?.["name"];
  const isKnown = name !== undefined && places.some((one) => one.startsWith(name));
  return match !== null && isKnown
    ? { place: name, index: match.index + match[0].length - name.length }
    : undefined;
}
