import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "./audience.ts";
import { goneInstead } from "./gone-instead.ts";
import { readingContext } from "./card.ts";

/** A message, as far as whose deed it tells of depends on it. */
type Told = { readonly text: string; readonly at: Date };

/** 李明昨天走访黄连村3户: hearsay from a colleague, and a report from the staff who look after him. */
export function toldOf(said: Told, facts: Facts): Understanding | undefined {
  const text = nameFirst(goneInstead(said.text, facts.people), facts);
  if (!isStaff(facts.speaker) || !facts.people.some((name) => text.startsWith(name))) return undefined;
  const read = understand(`代报 ${text}`, readingContext(facts, said.at));
  return read.onBehalf !== undefined && read.reports.length > 0 ? read : undefined;
}

// 11月25日李明走访黄连村3户: the day may stand before the name.
function nameFirst(text: string, { people, today }: Facts): string {
  const [day] = findDates(text, { today, prefer: "past" });
  if (day?.index !== 0) return text;
  const rest = text.slice(day.text.length).replace(/^[\s,]+/u, "");
  const name = people.find((one) => rest.startsWith(one));
  return name === undefined ? text : `${name}${day.text}${rest.slice(name.length)}`;
}
