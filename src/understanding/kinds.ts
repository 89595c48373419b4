import { readFileSync } from "node:fs";
import { type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import { everywhere, type Guarded, guarded } from "./guarded.ts";

type KindRule = { readonly kind: DutyKind; readonly weight: number; readonly pattern: Guarded };

// kind, weight, pattern: what deputies call a duty. Heavier patterns are the more particular ones.
const RULES: readonly KindRule[] = readFileSync(new URL("./words/kinds.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [kind = "", weight = "0", pattern = ""] = line.split("\t");
    return isDutyKind(kind)
      ? [{ kind, weight: Number(weight), pattern: guarded(new RegExp(pattern, "u")) }]
      : [];
  });

/** One duty named in a stretch of text; `rival` is another that is as likely. */
export type NamedKind = {
  readonly kind: DutyKind;
  readonly weight: number;
  readonly index: number;
  readonly length: number;
  readonly rival?: DutyKind;
  /** True where the words only hint at it. */
  readonly faint?: true;
};

/** Patterns lighter than this only hint. */
const FAINT = 5;

/** A clause says what it is about in its first words; looking further would cost more than it finds. */
const FURTHEST = 160;

// 关于加强农村面源污染治理的议案: of a title only the last word tells.
const TITLE = everywhere(
  /《[^》]{0,60}?(?=(?:议案|建议|条例|法|意见|方案|报告|草案)?》)|关于[^,。《]{4,40}?(?=的(?:议案|建议))/gu,
);

/** Every duty that a stretch of text names, the strongest first. */
export function findKinds(text: string): NamedKind[] {
  const found: NamedKind[] = [];
  const head = TITLE.replace(text, "").slice(0, FURTHEST);
  for (const { kind, weight, pattern } of RULES) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const { length } = match[0];
    found.push({ kind, weight: weight + length / 40, index: match.index, length });
  }
  return found.sort((a, b) => b.weight - a.weight);
}

/** Duties that are part of another one named in the same breath: the whole is kept, the part dropped. */
const PARTS: Readonly<Partial<Record<DutyKind, readonly DutyKind[]>>> = {
  station_duty: ["reception", "online_contact", "voter_forum", "publicity"],
  reception: ["opinion_feedback", "publicity"],
  home_visit: ["publicity"],
  law_inspection: ["inspection", "meeting_attend", "enterprise_visit"],
  thematic_research: [
    "enterprise_visit",
    "inspection",
    "home_visit",
    "annual_report",
    "meeting_attend",
    "legislative_comment",
  ],
  group_activity: [
    "training",
    "inspection",
    "publicity",
    "thematic_research",
    "voter_forum",
    "meeting_attend",
    "livelihood_supervision",
  ],
  market_stall: ["publicity", "reception", "voter_forum"],
  enterprise_visit: ["publicity", "home_visit", "thematic_research", "inspection", "practical_help"],
  voter_forum: ["meeting_attend", "reception", "practical_help"],
  committee_session_attend: ["congress_attend", "meeting_attend", "training"],
  township_congress_attend: ["congress_attend", "ballot", "committee_session_attend", "meeting_attend"],
  congress_attend: ["training"],
  ballot: ["livelihood_supervision"],
  thematic_inquiry: ["inquiry"],
  suggestion_followup: [
    "suggestion_lead",
    "inspection",
    "suggestion_cosign",
    "opinion_feedback",
    "practical_help",
  ],
  suggestion_lead: ["suggestion_cosign"],
  training: ["publicity"],
  exchange_visit: ["training", "thematic_research", "inspection", "thematic_research"],
  education_aid: ["poverty_aid", "donation", "practical_help"],
  donation: ["poverty_aid", "practical_help"],
  poverty_aid: ["home_visit", "donation", "practical_help", "voter_forum"],
  industry_lead: ["practical_help"],
  report_to_voters: ["work_appraisal", "annual_report", "voter_forum", "meeting_attend", "opinion_feedback"],
  annual_report: ["report_to_voters"],
  mediation: ["practical_help", "petition_help", "reception"],
  petition_help: ["reception", "mediation"],
  practical_help: ["industry_lead", "suggestion_lead", "livelihood_supervision"],
  volunteer: ["publicity", "practical_help", "inspection"],
  deliberation_speech: ["congress_attend", "group_activity", "suggestion_lead", "committee_session_attend"],
  livelihood_supervision: ["inspection", "practical_help", "gov_supervision"],
  gov_supervision: ["work_appraisal", "meeting_attend", "inspection"],
  procuratorate_event: ["meeting_attend", "gov_supervision"],
  opinion_feedback: ["home_visit", "reception", "online_contact"],
  online_contact: ["reception", "opinion_feedback", "publicity"],
  legislative_comment: ["meeting_attend", "suggestion_lead", "thematic_research"],
  work_appraisal: ["meeting_attend", "ballot"],
  motion_cosign: ["motion_lead", "suggestion_cosign"],
  motion_lead: ["suggestion_lead"],
};

/** A part that is named so much more plainly than the whole stands for itself. */
const HEAVIER = 0.9;

/** The one duty that a clause is about: the strongest, with its parts set aside. */
export function mainKind(text: string): NamedKind | undefined {
  const named = findKinds(text);
  const left = named.filter(
    (one) =>
      !named.some(({ kind, weight }) => weight + HEAVIER > one.weight && PARTS[kind]?.includes(one.kind)),
  );
  const [first, ...others] = left.length === 0 ? named : left;
  if (first === undefined) return undefined;
  const second = others.find(({ kind }) => kind !== first.kind);
  if (first.weight < FAINT) return { ...first, faint: true };
  const close = second !== undefined && first.weight - second.weight < 0.2;
  return close ? { ...first, rival: second.kind } : first;
}

// Within one clause these swallow their parts; told apart by a comma the part is a record of its own.
const APART: readonly DutyKind[] = [
  "suggestion_lead",
  "motion_lead",
  "mediation",
  "petition_help",
  "practical_help",
  "opinion_feedback",
  "donation",
  "education_aid",
];

/** True when a duty named next is the same one again or a part of it: 值班, then 接待群众. */
export function isPartOf(kind: DutyKind, whole: { readonly kind: DutyKind }): boolean {
  if (kind === whole.kind) return true;
  if (APART.includes(whole.kind) || (whole.kind === "enterprise_visit" && kind === "home_visit"))
    return false;
  return (PARTS[whole.kind] ?? []).includes(kind);
}
