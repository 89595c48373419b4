import { guarded } from "./guarded.ts";

const ENDS = "(?:村|社区|小区|寨)(?![民里干口委支])";
const HOME = guarded(new RegExp(`${ENDS}$`, "u"));
const JOINED = guarded(/^(?:[、和与及]|以及|还有)(?=[一-龥]{3})/u);
// A village of its own, and none of 两个村 or 我们村.
const NEXT = guarded(new RegExp(`^(?![我本该全各两几这那])[一-龥]{2,4}?${ENDS}`, "u"));
const MOST = 5;

/** 先后到黄连村、马场村走访: all of the villages that are named in a row, and not the first of them only. */
export function withNextPlace(
  place: string | undefined,
  text: string,
  places: readonly string[],
): string | undefined {
  if (place === undefined || !HOME.test(place)) return place;
  const at = text.indexOf(place);
  let end = at < 0 ? text.length : at + place.length;
  const row = [place];
  while (row.length < MOST) {
    const rest = text.slice(end, end + 16);
    const joined = JOINED.exec(rest)?.[0];
    if (joined === undefined) break;
    const after = rest.slice(joined.length);
    const next = places.find((one) => HOME.test(one) && after.startsWith(one)) ?? NEXT.exec(after)?.[0];
    if (next === undefined || row.includes(next)) break;
    row.push(next);
    end += joined.length + next.length;
  }
  return row.join("、");
}
