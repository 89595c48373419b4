import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { askedPlaces, withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readParts } from "../read-parts.ts";
import { DOES, mayBePlace } from "../unheeded.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
const WHO = "(?:谁|哪(?:些|几[个位])(?:代表|人)?|(?:几|多少)[个位](?:代表|人))";
// 水田坝视察的是谁, 谁去了老街走访: of whoever was there.
const THERE = new RegExp(
  `^(?<place>[一-鿿]{2,6}?)(?:那边|那里|的)?(?<did>${DOES})[了过]?的?(?:代表|人)?(?:都|一共)?(?:是|有)?${WHO}$`,
  "u",
);
const GONE_THERE = new RegExp(
  `^(?:是|有)?${WHO}(?:都)?[去到在][了过]?(?<place>[一-鿿]{2,6}?)(?<did>${DOES})?[了过的]*$`,
  "u",
);

/**
 * Who did something at a place that is on no register: it may stand in the records, and the house says where it does not.
 * Undefined where a place is named that is known, and for all else.
 */
export function hearThereAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts)
    .replace(/[\s?。!]+/gu, "")
    .replace(/^(?:请问|统计|查一?下|看看)/u, "")
    .replace(/[呢啊呀]+$/u, "");
  if (!isStaff(facts.speaker) || line.length > LONGEST || askedPlaces(line, facts).length > 0)
    return undefined;
  const dates = findDates(line, { today: facts.today, prefer: "past" });
  const bare = dates.reduce((rest, one) => rest.replace(one.text, ""), line);
  const { place, did = "" } = (THERE.exec(bare) ?? GONE_THERE.exec(bare))?.groups ?? {};
  if (place === undefined || !mayBePlace(place)) return undefined;
  const text = [...dates.map((one) => one.text), did, "按代表"].join(" ");
  const { asked } = readParts(text, said, facts);
  return hearPlainQuery(dialog, { ...asked, org: place, name: "stats" }, { ...said, text }, facts);
}
