import type { Cut } from "#src/domain/figures/figure-basis.ts";

/** What a figure is to be divided by, and the words that say so. */
export type SaidCut = { readonly by: Cut; readonly text: string };

const WAYS = [
  ["group", /(?:人大)?(?:代表)?小?组/u],
  ["station", /(?:人大)?(?:代表)?(?:联络|工作)?[站室]点?/u],
  ["township", /镇街|乡镇|街道|镇/u],
  ["kind", /(?:履职)?(?:类型|类别|种类|类)/u],
  ["month", /月份?/u],
  ["deputy", /(?:位|名)?(?:人大)?代表(?!团)|人(?![大次])/u],
] as const satisfies readonly (readonly [Cut, RegExp])[];

const BY = new RegExp(
  `(?:按照?|各个?|每个?|分)(?:${WAYS.map(([by, words]) => `(?<${by}>${words.source})`).join("|")})`,
  "u",
);

/** How a question wants its figure divided: 按小组, 各镇, 每个月; undefined where it names no way. Pure, offline. */
export function findCut(text: string): SaidCut | undefined {
  const found = BY.exec(text);
  const by = WAYS.find(([name]) => found?.groups?.[name] !== undefined)?.[0];
  return found === null || by === undefined ? undefined : { by, text: found[0] };
}

/** A second way that a question names, which no one figure is divided by as well: 按类型 in 按镇街 按类型. */
export function findSecondCut(text: string): SaidCut | undefined {
  const first = findCut(text);
  const second = first === undefined ? undefined : findCut(text.replace(first.text, " "));
  return second?.by === first?.by ? undefined : second;
}
