import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import { readCorrection } from "./read-correction.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { findNamedRecord } from "./named-record.ts";
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
  const { nth, like = { numbers: [] } } = named;
  const number = nth === undefined ? undefined : dialog.listed?.[nth - 1];
  return number === undefined
    ? ask(dialog, { do: "report.amend", amendment, like })
    : ask(dialog, { do: "report.amend", amendment, number });
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
