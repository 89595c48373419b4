import type { Facts } from "#src/domain/facts.ts";
import type { Amendment } from "#src/domain/requests/amendment.ts";
import type { AmendRequest } from "#src/domain/requests/report.ts";
import { countBefore } from "./count-before.ts";
import { readCorrection } from "./read-correction.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { findNamedRecord, type NamedRecord } from "./named-record.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";
import type { Said } from "./topics/report.ts";
import { ask, inFocus } from "./turns.ts";

/**
 * A correction of the one record that it names; undefined where it names none. What fits several or none is asked, and
 * never another one changed.
 */
export function amendNamed(dialog: Dialog, { text, at }: Said, facts: Facts): Turn | undefined {
  const number = numberNamed(text);
  if (number !== undefined) {
    const rest = withoutNumbers(text).replace(/^[,\s]+/u, "");
    const change = readCorrection(rest, facts, at) ?? readCorrection(text, facts, at);
    return change === undefined ? undefined : ask(dialog, { do: "report.amend", amendment: change, number });
  }
  const named = findNamedRecord(text, facts);
  if (named === undefined) return undefined;
  const amendment = readCorrection(named.rest, facts, at) ?? readCorrection(text, facts, at);
  if (amendment === undefined) return undefined;
  return ask(dialog, toAmendRequest(dialog, named, amendment));
}

/** The number of the one record that words say. */
export function numberNamed(text: string): string | undefined {
  const [number, other] = numbersIn(text, "履");
  return other === undefined ? number : undefined;
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
 * A correction that names no record by what it is like: of the number that it says, else of what was spoken of last. While a card is in view that asks about something else, it
 * is of the record that the card is about, or else it is asked.
 */
export function amendLast(dialog: Dialog, amendment: Amendment, { text }: Pick<Said, "text">): Turn {
  const number = numberNamed(text);
  if (number !== undefined) return ask(dialog, { do: "report.amend", amendment, number });
  const pending = inFocus(dialog);
  const was = countBefore(text);
  if (pending === undefined || dialog.filed !== undefined)
    return ask(dialog, { do: "report.amend", amendment, ...(was === undefined ? {} : { was }) });
  const about =
    pending.at === "sure" && pending.question.kind === "sure.attach" ? pending.question.number : undefined;
  return about?.startsWith("履") === true
    ? ask(dialog, { do: "report.amend", amendment, number: about })
    : ask(dialog, { do: "report.amend", amendment, like: {} });
}
