import type { Facts } from "#src/domain/facts.ts";
import type { AskedFigure } from "../basis-of.ts";
import { readBareQuestion } from "../bare-question.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { periodWords } from "../period-words.ts";
import { findMark } from "../read-mark.ts";
import { ask, say } from "../turns.ts";
import { findCondition, hearUnheeded } from "../unheeded.ts";
import { countAsked } from "./count-asked.ts";
import { missingBasis } from "./lists-asked.ts";
import type { Said } from "./report.ts";

// 本月哪些代表报了 and 每个月的走访 are about what was done.
const SAYS_NOT = /[没未缺漏差欠不零]|催/u;
// 哪个镇一条都没有: organisations, each with its line.
const WHICH_ORG: readonly (readonly [RegExp, string])[] = [
  [/哪[个些几]{1,2}(?:代表)?小?组/u, "按小组"],
  [/哪[个些几]{1,2}(?:代表)?(?:联络)?[站室]/u, "按联络站"],
  [/哪[个些几]{1,2}(?:镇街|乡镇|街道|镇|乡)/u, "按镇街"],
];
// 报了几条,谁还没报: how much was done stands before who did nothing.
const HOW_MUCH_TOO =
  /^[^,;。没未]{0,16}(?:报|走访|接待|履职|做|干|情况|记录)[^,;。没未]{0,6}(?:多少|几[条次户个件]|怎么样|如何|咋样)[^没未]*[,;。、]/u;

/** Who has reported nothing, or whatever else a question with 没 is about: of which mark, of which towns, how much too. */
export function silentAsked(dialog: Dialog, query: AskedFigure, said: Said, facts: Facts): Turn {
  const text = said.text.normalize("NFKC");
  if (!SAYS_NOT.test(text))
    return countAsked(dialog, query, readBareQuestion(said, facts)?.words ?? said.text, facts);
  const condition = findCondition(text);
  if (condition !== undefined)
    return say(dialog, { kind: "figures.not-heeded", of: "missing", what: condition });
  const mark = findMark(text)?.mark;
  if (mark !== undefined) return countAsked(dialog, { ...query, mark }, text, facts);
  const unheeded = hearUnheeded(dialog, query, text, facts);
  if (unheeded !== undefined) return unheeded;
  const by = WHICH_ORG.find(([named]) => named.test(text))?.[1];
  if (by !== undefined) return countAsked(dialog, query, `${text} ${by}`, facts);
  const turn = ask(dialog, { do: "figures.missing", basis: missingBasis(query, facts, text), page: 1 });
  if (!HOW_MUCH_TOO.test(text)) return turn;
  const alone = [["统计", ...periodWords(text, facts.today)].join(" ")];
  return { ...turn, replies: [{ kind: "figures.apart", of: "missing", alone }] };
}
