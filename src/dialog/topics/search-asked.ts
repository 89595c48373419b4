import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import { waitingBasis } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { withPlaces } from "../read-asked.ts";
import { readSearch } from "../read-search.ts";
import { ask } from "../turns.ts";
import type { Said } from "./report.ts";

/**
 * 有没有人反映路灯: the opinions in whose words it stands, of whom staff look after; of a deputy those that he or she
 * brought. It is no new opinion. Undefined for all else, and for whoever brings matters of his own.
 */
export function hearSearch(dialog: Dialog, { text }: Said, facts: Facts): Turn | undefined {
  if (facts.speaker.kind !== "member") return undefined;
  const search = readSearch(text, facts);
  if (search === undefined) return undefined;
  const { word, which, ...when } = search;
  const words = word === undefined ? {} : { word };
  if (!isStaff(facts.speaker)) return ask(dialog, { do: "figures.own-cases", page: 1, ...words });
  const basis = { ...waitingBasis(withPlaces(when, text, facts), facts), ...which, ...words };
  return ask(
    dialog,
    word === undefined ? { do: "figures.opinions", basis } : { do: "figures.backlog", basis, page: 1 },
  );
}
