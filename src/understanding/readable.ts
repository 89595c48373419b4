import { normalise } from "./normalise.ts";
import { mendPlaces } from "./slips.ts";
import { smooth } from "./smooth.ts";

/** A message as the rules read it: one way of writing, without fillers, with places as they are known. */
export const toReadable = (said: string, places: readonly string[]): string =>
  mendPlaces(smooth(normalise(said).trim()).text.trim(), places);
