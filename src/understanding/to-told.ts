import { asList } from "./as-list.ts";
import { underHeadings } from "./under-headings.ts";
import { partJoined } from "./part-joined.ts";
import { mendPlaces } from "./slips.ts";
import { withoutAhead } from "./without-ahead.ts";

/** What a message tells, as the rules read it: without what is still to come, lists as lists, places as they are known. */
export const toTold = (text: string, places: readonly string[]): string =>
  mendPlaces(partJoined(asList(underHeadings(withoutAhead(text)))), places);
