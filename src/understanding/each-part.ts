import { eachPlace } from "./each-place.ts";
import { eachRole } from "./each-role.ts";
import { eachSort } from "./each-sort.ts";
import type { RecordPart } from "./told.ts";

/** A record whose words tell of several on one day: of several places, of what was led and seconded, of firms and families. */
export const eachPart = (part: RecordPart): readonly RecordPart[] =>
  eachPlace(part).flatMap(eachRole).flatMap(eachSort);
