import type { DutyKind } from "#src/domain/duty-kind.ts";
import { mainKind } from "./kinds.ts";
import type { QueryName } from "./understanding.ts";

/** Which duty a question is about; undefined where it names none. */
export function kindAsked(name: QueryName, text: string): DutyKind | undefined {
  if (name === "help") return undefined;
  if (name === "deadlines") return dueKind(text);
  if ((name === "stats" || name === "my_reports") && SUBMITTED.test(text))
    return /议案/u.test(text) ? "motion_lead" : "suggestion_lead";
  const plain = text.replace(/代表小组(?!活动|学习|这|本|上|今|开|搞)|联络站(?!值班|接待)/gu, "");
  return (
    mainKind(plain)?.kind ??
    (BY_KIND.includes(name) ? SHORT.find(([words]) => words.test(plain))?.[1] : undefined)
  );
}

// 提了几件建议, 建议提了几件, 提建议多少件: of deputies, and not what residents wish for.
const SUBMITTED =
  /(?<!(?:群众|居民|村民|选民)[^,。]{0,3})(?:(?:提|交)[了过出的]*(?:多少|几|好多)?[^,。]{0,3}(?:建议|议案)|(?<!附议|联名)(?:建议|议案)(?:一?共|总共|都)?(?:提|交|有)?[了过出]*(?:多少|几|好多))/u;

// 还差几次接待: in a question the name of a duty may stand alone.
const BY_KIND: readonly QueryName[] = ["stats", "my_reports", "export", "missing_reports", "rules"];
const SHORT: readonly (readonly [RegExp, DutyKind])[] = [
  [/接待(?!日)/u, "reception"],
  [/列席[^,。]{0,6}常委会/u, "committee_session_attend"],
  [/走访|下村|入户|走(?:的|过的?|了)[^,。]{0,4}户/u, "home_visit"],
  [/值(?:过|了)?(?:[几多][^,。]{0,2})?班/u, "station_duty"],
  [/视察/u, "inspection"],
  // 去年报了几条: the year ends there.
  [/(?<![今去前上每本当半同\d一两二三四五六七八九十])年报(?![了过])|年度报告|履职报告/u, "annual_report"],
  [/调研/u, "thematic_research"],
];

// How long others may take to answer is no duty of the deputy.
function dueKind(text: string): DutyKind | undefined {
  const kind = mainKind(text)?.kind;
  return kind === "opinion_feedback" || kind === "suggestion_followup" ? undefined : kind;
}
