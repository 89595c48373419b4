import type { Facts } from "#src/domain/facts.ts";
import { understand } from "#src/understanding/understand.ts";
import type { Understanding } from "#src/understanding/understanding.ts";
import { isStaff } from "./audience.ts";
import { readingContext } from "./card.ts";

/** A message, as far as whose deed it tells of depends on it. */
type Told = { readonly text: string; readonly at: Date };

/** 李明昨天走访黄连村3户: hearsay from a colleague, and a report from the staff who look after him. */
export function toldOf(said: Told, facts: Facts): Understanding | undefined {
  if (!isStaff(facts.speaker) || !facts.people.some((name) => said.text.startsWith(name))) return undefined;
  const read = understand(`代报 ${said.text}`, readingContext(facts, said.at));
  return read.onBehalf !== undefined && read.reports.length > 0 ? read : undefined;
}
