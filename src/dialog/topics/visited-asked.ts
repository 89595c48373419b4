import type { Facts } from "#src/domain/facts.ts";
import { askedPlaces, withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readParts } from "../read-parts.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;
const OFTEN = "(?:(?<!好)几|多少|好多)[次回趟遍户家]";
// 我去了黄连村几次, and 黄连村我去了几次.
const WENT = new RegExp(
  `(?:都|一共|总共)?(?:[去到走来跑]|上门)[了过]?(?:${OFTEN}(?:了|过)?[呢啊呀?。]*$|哪|(?=[^,。]{2,12}${OFTEN}(?:了|过)?[呢啊呀?。]*$))`,
  "u",
);
const HOW_OFTEN = new RegExp(`[了过]?(?:一共|总共)?${OFTEN}(?:了|过)?[呢啊呀?。]*$`, "u");

/**
 * 黄连村五组去过几户, 我去了黄连村几次: whatever was done there, by those whom staff look after, or by the deputy who asks.
 * Undefined where no place is named, and for all else.
 */
export function hearVisitedAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts).trim();
  if (facts.speaker.kind !== "member" || line.length > LONGEST || !WENT.test(line)) return undefined;
  const own = isOfOneself(line);
  if (!own && !isStaff(facts.speaker)) return undefined;
  const rest = line.replace(WENT, " ").replace(HOW_OFTEN, " ");
  const { asked, left } = readParts(own ? rest.replace("我", " ") : rest, said, facts);
  if (left !== "" || asked.person !== undefined || askedPlaces(line, facts).length === 0) return undefined;
  const name = own ? "my_reports" : "stats";
  return hearPlainQuery(dialog, { ...asked, name }, { ...said, text: line }, facts);
}
