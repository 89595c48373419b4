import type { Facts } from "#src/domain/facts.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask } from "../turns.ts";
import { hearUnheeded, unknownName, unknownPlace } from "../unheeded.ts";

/** The answer to a question about duty of which something is heeded by no figure; undefined where all of it is. */
export function notInFull(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn | undefined {
  const unheeded = hearUnheeded(dialog, query, text, facts);
  if (unheeded !== undefined) return unheeded;
  const place = unknownPlace(query, text, facts);
  // The house says that there is none, in the words for one elsewhere.
  if (place !== undefined)
    return ask(dialog, { do: "figures.count", basis: basisOf({ ...query, org: place }, facts) });
  const person = query.person === undefined ? unknownName(text, facts) : undefined;
  // The house says that there is none, and whose name is like it where the speaker may look.
  return person === undefined
    ? undefined
    : ask(dialog, { do: "figures.count", basis: basisOf({ ...query, person }, facts) });
}
