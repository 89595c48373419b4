import { guarded } from "./guarded.ts";
import { NUMBER } from "./numbers.ts";
import type { RecordPart } from "./told.ts";

const WHERE = "[一-龥]{2,6}?(?:村|社区|寨)";
const ITEM = `${WHERE}(?:走访|看望|慰问|走|入户)?了?${NUMBER}(?:余|多)?(?:户|家)(?:人家?|群众|村民|居民|农户)?`;
// 黄连村5户、平寨村6户: an amount for each of several places.
const ROW = guarded(new RegExp(`(?:${ITEM})(?:(?:[、,;和]|以及|还有)+(?:${ITEM})){1,7}`, "u"));
const EACH = new RegExp(ITEM, "gu");
// What leads to the first of them: 走访了黄连村.
const LEAD = /^.*(?:走访|看望|慰问|入户|了|到|在|去|访|问|是|:)(?=[一-龥]{1,5}(?:村|社区|寨))/u;
const IN_ALL = new RegExp(
  `[,;]?(?:一?共|总共|共计|合计|加起来)(?:走访)?了?${NUMBER}(?:余|多)?(?:户|家)`,
  "u",
);

/** 昨天走访了黄连村5户、平寨村6户: a record for each place, none of them with what was done in another. */
export function eachPlace(part: RecordPart): readonly RecordPart[] {
  const match = ROW.exec(part.text);
  if (match === null) return [part];
  const [row] = match;
  const items = row.match(EACH) ?? [];
  const [first = ""] = items;
  const lead = LEAD.exec(first)?.[0] ?? "";
  const tail = part.text.slice(match.index + row.length).replace(IN_ALL, "");
  const places = items.map((one, nth) => (nth === 0 ? one.slice(lead.length) : one));
  const names = new Set(places.map((one) => new RegExp(WHERE, "u").exec(one)?.[0]));
  if (names.size < places.length) return [part];
  const head = withoutPlaces(part.text.slice(0, match.index), [...names]) + lead;
  return places.map((one, nth) => ({ ...part, text: `${head}${one}${nth === 0 ? tail : ""}` }));
}

// 去黄连村和平寨村看老乡,黄连村5户,平寨村6户: each is of one of them, and not of both.
const withoutPlaces = (head: string, names: readonly (string | undefined)[]): string =>
  head.replace(
    new RegExp(`(?:[、,和与跟]?(?:${names.filter((one) => one !== undefined).join("|")}))+`, "gu"),
    "",
  );
