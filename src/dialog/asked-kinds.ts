import { DUTY_KINDS, type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";

// What staff call kinds for short; every kind goes by its whole name as well.
const SHORT: readonly (readonly [string, DutyKind])[] = [
  ["走访企业", "enterprise_visit"],
  ["走访(?:群众|选民|户)?", "home_visit"],
  ["接待(?:选民|群众)?", "reception"],
  ["(?:专题)?调研", "thematic_research"],
  ["值班", "station_duty"],
  ["(?:代表)?小组活动", "group_activity"],
  ["(?:学习)?培训", "training"],
  ["(?:政策)?宣[传讲]", "publicity"],
  ["(?:纠纷)?调解(?:纠纷)?", "mediation"],
  ["慰问", "poverty_aid"],
  ["述职", "report_to_voters"],
  ["参加座谈会?", "meeting_attend"],
  ["(?:群众|选民)?座谈会?|院坝会|坝坝会", "voter_forum"],
];
const NAMES: readonly (readonly [string, DutyKind])[] = [
  ...Object.keys(DUTY_KINDS)
    .filter(isDutyKind)
    .map((kind): readonly [string, DutyKind] => [DUTY_KINDS[kind].name, kind]),
  ...SHORT,
];
const KIND = `(?:${NAMES.map(([word]) => word).join("|")})`;
const JOINED = new RegExp(
  `${KIND}(?:\\s*(?:、|和|与|及|以及|跟|加上?|\\+|,|/|\\s)\\s*${KIND})+|走访接待|接待走访`,
  "u",
);
const EACH = new RegExp(KIND, "gu");

/** Kinds of duty that a question names one beside the other (走访和接待); fewer than two where it does not. */
export function askedKinds(text: string): DutyKind[] {
  const [joined = ""] = JOINED.exec(text.normalize("NFKC")) ?? [];
  return [...new Set((joined.match(EACH) ?? []).flatMap(kindsOf))];
}

/** The one kind that a question ends with or names for short: 三季度的接待. */
export function shortKind(text: string): DutyKind | undefined {
  const [one, ...more] = [...new Set((text.normalize("NFKC").match(EACH) ?? []).flatMap(kindsOf))];
  return more.length === 0 ? one : undefined;
}

/** Finds each word that calls a kind of duty. */
export const kindWords = (): RegExp => new RegExp(EACH);

/** The words without what they call kinds of duty. */
export const withoutKinds = (text: string): string => text.replace(EACH, " ");

const kindsOf = (word: string): DutyKind[] =>
  NAMES.filter(([name]) => new RegExp(`^(?:${name})$`, "u").test(word))
    .map(([, kind]) => kind)
    .slice(0, 1);
