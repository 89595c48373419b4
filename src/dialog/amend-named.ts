import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { AmendRequest } from "#src/domain/requests/report.ts";
import { readCorrection } from "./read-correction.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { findNamedRecord, type NamedRecord } from "./named-record.ts";
import type { Said } from "./topics/report.ts";
import { ask, inFocus } from "./turns.ts";

/**
 * A correction of the one record that it names; undefined where it names none. What fits several or none is asked, and
 * never another one changed.
 */
export function amendNamed(dialog: Dialog, { text, at }: Said, facts: Facts): Turn | undefined {
  const named = findNamedRecord(text, facts);
  if (named === undefined) return undefined;
  const amendment = readCorrection(named.rest, facts, at) ?? readCorrection(text, facts, at);
  if (amendment === undefined) return undefined;
  return ask(dialog, toAmendRequest(dialog, named, amendment));
}

/** The change of the record that words name: by its place in what was listed last, or by what it is like. */
export function toAmendRequest(
  { listed }: Dialog,
  { nth, like = { numbers: [] } }: Pick<NamedRecord, "nth" | "like">,
  amendment: Amendment,
): AmendRequest {
  const number = nth === undefined ? undefined : listed?.[nth - 1];
  return number === undefined
    ? { do: "report.amend", amendment, like }
    : { do: "report.amend", amendment, number };
}

/**
 * A correction that names no record: of what was filed last. While a card is in view that asks about something else, it
 * is of the record that the card is about, or else it is asked.
 */
export function amendLast(dialog: Dialog, amendment: Amendment): Turn {
  const pending = inFocus(dialog);
  if (pending === undefined || dialog.filed !== undefined)
    return ask(dialog, { do: "report.amend", amendment });
  const about =
    pending.at === "sure" && pending.question.kind === "sure.attach" ? pending.question.number : undefined;
  return about?.startsWith("履") === true
    ? ask(dialog, { do: "report.amend", amendment, number: about })
    : ask(dialog, { do: "report.amend", amendment, like: {} });
}
