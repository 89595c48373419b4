import type { DutyKind } from "#src/domain/duty-kind.ts";
import { guarded } from "./guarded.ts";
import { NUMBER } from "./numbers.ts";
import type { RecordPart } from "./told.ts";

const FIRMS = "(?:企业|公司|商户|商家|门店|店铺|个体户|合作社)";
const HOMES = "(?:居民|群众|村民|农户|住户|选民)";
const MANY = `${NUMBER}[余多来]?[户家]`;
const FIRM = `(?:${FIRMS}${MANY}|${MANY}${FIRMS})`;
const HOME = `(?:${HOMES}${MANY}|${MANY}${HOMES}|${NUMBER}[余多来]?户(?!企业|商))`;
const AND = "(?:、|和|及|以及|还有|,)";
const BOTH = guarded(
  new RegExp(
    `^(?<head>.*?走访了?)(?:(?<firms>${FIRM})${AND}(?<homes>${HOME})|(?<homes2>${HOME})${AND}(?<firms2>${FIRM}))(?<tail>.*)$`,
    "u",
  ),
);

const IN_ALL = new RegExp(`^[,;]?(?:一?共|总共|共计|合计)(?:走访)?了?${NUMBER}[户家]`, "u");
const VISITS: readonly DutyKind[] = ["home_visit", "enterprise_visit"];

// Where it was and who came hold for both; what else is counted stays with the first.
const shared = (tail: string): string =>
  tail
    .split(/(?=[,。;])/u)
    .filter((one) => !AN_AMOUNT.test(one))
    .join("");
const AN_AMOUNT = new RegExp(NUMBER, "u");

/** 走访商户12家、居民20余户: a record for the firms and one for the families. */
export function eachSort(part: RecordPart): readonly RecordPart[] {
  const groups = VISITS.includes(part.kind) ? BOTH.exec(part.text)?.groups : undefined;
  if (groups === undefined) return [part];
  const { head = "", tail = "" } = groups;
  const firms = groups["firms"] ?? groups["firms2"] ?? "";
  const homes = groups["homes"] ?? groups["homes2"] ?? "";
  return [
    { ...part, kind: "enterprise_visit", text: `${head}${firms}${tail.replace(IN_ALL, "")}` },
    { ...part, kind: "home_visit", text: `${head}${homes}${shared(tail)}` },
  ];
}
