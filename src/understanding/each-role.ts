import { guarded } from "./guarded.ts";
import { NUMBER, parseNumber } from "./numbers.ts";
import type { RecordPart } from "./told.ts";

const ROLE = "(?:领衔|牵头|联名|附议)";
const HEAD = `^(?<head>.*?)(?:提交|提出|提|递交|交|报|写)了?(?:(?<before>${NUMBER})[件个份])?(?:代表)?(?<what>建议|议案)(?:(?<after>${NUMBER})[件个份])?[,;:(]?(?:其中)?`;
// 提建议3件,其中领衔1件,联名2件.
const ROLE_FIRST = guarded(
  new RegExp(
    `${HEAD}(?<role>${ROLE})(?:的|提出)?(?:是|有)?(?<one>${NUMBER})[件个份][、,;和]?(?<other>${ROLE})(?:的)?(?:是|有)?(?<two>${NUMBER})[件个份]`,
    "u",
  ),
);
// 提了2件建议,1件领衔1件联名.
const AMOUNT_FIRST = guarded(
  new RegExp(
    `${HEAD}(?<one>${NUMBER})[件个份](?:是|为)?(?:我)?(?<role>${ROLE})的?[、,;和]?(?<two>${NUMBER})[件个份](?:是|为)?(?:我)?(?<other>${ROLE})`,
    "u",
  ),
);
const LEADS = /领衔|牵头/u;

/** 提建议3件,其中领衔1件,联名2件: a record for what was led and one for what was only seconded, where they add up. */
export function eachRole(part: RecordPart): readonly RecordPart[] {
  const match = ROLE_FIRST.exec(part.text) ?? AMOUNT_FIRST.exec(part.text);
  const {
    head = "",
    before,
    after,
    what = "",
    role = "",
    one = "",
    other = "",
    two = "",
  } = match?.groups ?? {};
  if (match === null || LEADS.test(role) === LEADS.test(other)) return [part];
  const [first, second] = [parseNumber(one)?.value ?? 0, parseNumber(two)?.value ?? 0];
  if (parseNumber(before ?? after ?? "")?.value !== first + second) return [part];
  const tail = part.text.slice(match[0].length);
  const toPart = (as: string, count: number): RecordPart => ({
    ...part,
    kind: `${what === "议案" ? "motion" : "suggestion"}_${LEADS.test(as) ? "lead" : "cosign"}`,
    text: `${head}${as}${what}${count}件${tail}`,
  });
  return [toPart(role, first), toPart(other, second)];
}
