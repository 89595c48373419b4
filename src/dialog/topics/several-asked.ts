import type { Facts } from "#src/domain/facts.ts";
import type { Query } from "#src/understanding/understanding.ts";
import { type AskedMeasures, askedMeasures } from "../asked-measures.ts";
import { isStaff } from "../audience.ts";
import type { AskedFigure } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { countMeasures } from "./count-asked.ts";

// What may be asked for beside something else.
const ASKED: ReadonlySet<Query["name"]> = new Set([
  "stats",
  "my_reports",
  "deputy_profile",
  "opinion_stats",
  "my_opinions",
  "my_attendance",
  "absences",
]);

/** 走访几户、收集意见几条: all of what a question asks for; undefined where it is one thing. */
export function severalAsked(
  dialog: Dialog,
  query: AskedFigure,
  text: string,
  facts: Facts,
): Turn | undefined {
  const measures = ASKED.has(query.name) ? askedMeasures(text, facts) : undefined;
  if (measures === undefined || isOfOpinionsAlone(measures)) return undefined;
  const own = !isStaff(facts.speaker) || (query.name.startsWith("my_") && isOfOneself(text));
  return countMeasures(dialog, query, measures, { text, own }, facts);
}

// 意见办了多少,没办多少: one figure tells both.
const isOfOpinionsAlone = ({ kinds, total, opinions, others }: AskedMeasures): boolean =>
  kinds.length === 0 &&
  total === undefined &&
  opinions === true &&
  others.every((one) => one.of === "unknown" && /办|答复|处理|解决|回复|落实/u.test(one.words));
