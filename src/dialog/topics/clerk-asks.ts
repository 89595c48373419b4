import type { Facts } from "#src/domain/facts.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { basisOf, waitingBasis } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readAsked } from "../read-asked.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { ask } from "../turns.ts";
import { hearMissingAsked } from "./missing-asked.ts";
import { hearOwedAsked } from "./owed-asked.ts";
import type { Said } from "./report.ts";
import { hearReportsInWords } from "./reports-in-words.ts";

const UNVERIFIED =
  /^(?:请问|看看|查一?下)?(?<which>[^,?]{0,16}?)(?:还)?(?:有)?(?:多少|几|哪些|什么)?(?:条|个|份)?(?:履职|记录)?(?:是)?(?:待|没有?|未)核实(?:的)?(?:履职|记录)?(?:还)?(?:有)?(?:多少|几|哪些|什么|吗)?(?:条|个|份)?(?:没有)?$/u;
/** True for a question that the list of what waits for a yes of staff answers. */
export const isAboutUnverified = (text: string): boolean => UNVERIFIED.test(lineOf(text));

const lineOf = (text: string): string => text.normalize("NFKC").replace(/[\s.!?\u3002]+/gu, "");

const HEARD =
  /^(?<when>[^,]{0,8}?)(?:一共|总共)?有?(?:多少|几)[个位名]?(?:群众|居民|村民|选民|老百姓|人)(?:反映|提)(?:了|过|到)?[^,。]{0,16}$/u;

/** What staff ask of what waits for their yes, say of a report, and ask of what residents bring up; undefined for all else. */
export function hearClerkAsks(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = lineOf(said.text);
  const which = UNVERIFIED.exec(line)?.groups?.["which"];
  if (which !== undefined) {
    const { asked, unread } = readAsked(which, said, facts);
    const isKnown = asked.person === undefined || facts.people.includes(asked.person);
    const basis = waitingBasis(asked, facts);
    return unread === undefined && isKnown
      ? ask(dialog, { do: "verify.list", messageId: said.messageId, basis })
      : undefined;
  }
  const owed =
    hearMissingAsked(dialog, said, facts) ??
    hearReportsInWords(dialog, said.text, facts) ??
    hearOwedAsked(dialog, line, facts);
  if (owed !== undefined) return owed;
  if (!HEARD.test(line)) return undefined;
  const [period] = findDates(line, { today: facts.today, prefer: "past" });
  const { from, to } =
    period === undefined ? yearAround(facts.today) : { from: period.start, to: period.end };
  return ask(dialog, {
    do: "figures.opinions",
    basis: { ...basisOf({ from, to }, facts), ...readOpinionKind(line).which },
  });
}
