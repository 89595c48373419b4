import { readFileSync } from "node:fs";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";

type KindRule = { readonly kind: DutyKind; readonly weight: number; readonly pattern: RegExp };

// kind, weight, pattern: what deputies call a duty. Heavier patterns are the more particular ones.
const RULES: readonly KindRule[] = readFileSync(new URL("./words/kinds.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [kind = "", weight = "0", pattern = ""] = line.split("\t");
    return isDutyKind(kind) ? [{ kind, weight: Number(weight), pattern: new RegExp(pattern, "u") }] : [];
  });

/** One duty named in a stretch of text. */
export type NamedKind = { readonly kind: DutyKind; readonly weight: number; readonly index: number };

/** Every duty that a stretch of text names, the strongest first. */
export function findKinds(text: string): NamedKind[] {
  const found: NamedKind[] = [];
  for (const { kind, weight, pattern } of RULES) {
    const match = pattern.exec(text);
    if (match !== null) found.push({ kind, weight: weight + match[0].length / 20, index: match.index });
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/** Duties that are part of another one named in the same breath: the whole is kept, the part dropped. */
const PARTS: Readonly<Partial<Record<DutyKind, readonly DutyKind[]>>> = {
  station_duty: ["reception", "online_contact"],
  law_inspection: ["inspection", "meeting_attend"],
  thematic_research: ["inspection", "home_visit", "annual_report"],
  group_activity: ["training", "inspection", "publicity", "thematic_research", "voter_forum"],
  market_stall: ["publicity", "reception"],
  enterprise_visit: ["home_visit", "thematic_research"],
  voter_forum: ["meeting_attend", "reception"],
  committee_session_attend: ["congress_attend", "meeting_attend"],
  township_congress_attend: ["congress_attend"],
  thematic_inquiry: ["inquiry"],
  suggestion_followup: ["suggestion_lead", "inspection"],
  training: ["publicity"],
  exchange_visit: ["training", "thematic_research"],
  education_aid: ["poverty_aid", "donation"],
  donation: ["poverty_aid"],
  poverty_aid: ["home_visit", "donation"],
  report_to_voters: ["work_appraisal", "annual_report", "voter_forum"],
  annual_report: ["report_to_voters"],
  mediation: ["practical_help", "petition_help", "reception"],
  practical_help: ["industry_lead", "suggestion_lead"],
  volunteer: ["publicity", "practical_help"],
  deliberation_speech: ["congress_attend", "group_activity", "suggestion_lead"],
  livelihood_supervision: ["inspection", "practical_help"],
  gov_supervision: ["work_appraisal", "meeting_attend"],
  procuratorate_event: ["meeting_attend"],
  opinion_feedback: ["home_visit", "reception"],
  legislative_comment: ["meeting_attend", "suggestion_lead"],
  work_appraisal: ["meeting_attend"],
};

/** The one duty that a clause is about: the strongest, with its parts set aside; `rival` when another is as likely. */
export function mainKind(text: string): { readonly kind: DutyKind; readonly rival?: DutyKind } | undefined {
  const named = findKinds(text);
  const swallowed = new Set(named.flatMap(({ kind }) => PARTS[kind] ?? []));
  const left = named.filter(({ kind }) => !swallowed.has(kind));
  const [first, second] = left.length === 0 ? named : left;
  if (first === undefined) return undefined;
  const close = second !== undefined && first.weight - second.weight < 0.3;
  return close ? { kind: first.kind, rival: second.kind } : { kind: first.kind };
}
