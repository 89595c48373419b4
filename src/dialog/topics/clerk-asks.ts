import type { Facts } from "#src/domain/facts.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { basisOf, waitingBasis } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { readAsked } from "../read-asked.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { ask, inFocus } from "../turns.ts";
import { hearMissingAsked } from "./missing-asked.ts";
import { missingBasis } from "./lists-asked.ts";
import { hearOwedAsked } from "./owed-asked.ts";
import type { Said } from "./report.ts";
import { hearReportsInWords } from "./reports-in-words.ts";
import { hearSilenceAsked } from "./silence-asked.ts";
import { hearOnBehalf } from "./whose.ts";

const UNVERIFIED =
  /^(?:请问|看看|查一?下)?(?<which>[^,?]{0,16}?)(?:还)?(?:有)?(?:多少|哪?几|哪些|什么)?(?:条|个|份)?(?:履职|记录)?(?:是|还|都|一直)*(?:待|没有?|未)(?:被|经)?核实过?(?:的)?(?:履职|记录)?(?:还|都)?(?:有|是)?(?:多少|哪?几|哪些|什么|吗)?(?:条|个|份)?(?:没有)?$/u;
// 核实一下羊昌镇12月的, 把羊昌镇这个月的记录核实一下: the list of them, before any yes.
const VERIFIES =
  /^(?:请|帮我|我要|我想)*(?:核实一?下(?<which>[^,?]{2,16}?)|[把将](?<them>[^,?]{2,16}?)(?:都|全部)?核实一?下)(?:吧|了|嘛)*$/u;
const RECORDS = /(?:的)?(?:履职)?(?:记录|情况)?(?:的)?$/u;
// 我们镇的意见, 本区收到的意见有几条: of all that they look after.
const OF_OURS =
  /^(?:看看|查一?下)?(?:我们?|咱们?|本)(?:镇|乡|街道|区|县)(?:的|收到|今年|群众|现在|一共|总共|都有|有)*意见(?:有)?(?:几|多少|哪些|什么)?(?:条|个)?(?:情况)?$/u;

/** True for a question that the list of what waits for a yes of staff answers. */
export const isAboutUnverified = (text: string): boolean => UNVERIFIED.test(lineOf(text));

const lineOf = (text: string): string => text.normalize("NFKC").replace(/[\s.!?\u3002]+/gu, "");

// 杨秀英 alone tells of no deed: said under a list, it is one of those that stand there.
const NAMED =
  /^(?:看看|查看?)?(?<name>[\u4e00-\u9fff\u00b7]{2,4}?)(?:代表)?(?:的?(?:情况|履职记录|履职情况|履职|记录)(?:呢|怎么样|如何)?)?$/u;

// 12月还没报的催一下: who is reminded is shown before it is done.
const CHASED =
  /^(?:请|麻烦|帮我|把|给)*(?<which>[^,催]{0,12}?)(?:还|都|一直)*(?:没有?|未)(?:上|填)?报(?:过|记录|履职)*的?(?:代表|人)?(?:都|全部|挨个|逐个)*(?:给我|帮我|再)*催(?:一?[下遍催])?[吧了哈]*$/u;

// 帮李明报一条: for whom, and not yet what.
const FOR_WHOM =
  /^我?(?:来|要|想)?(?:帮|替|给|为)(?:一下)?(?<name>[\u4e00-\u9fff\u00b7]{2,4}?)(?:代表)?(?:代?报|登记|录入?|填|补?[报记录])(?:[一下个条次]|履职|记录|情况)*(?:吧|了)?$/u;

const HEARD =
  /^(?<when>[^,]{0,8}?)(?:一共|总共)?有?(?:多少|几)[个位名]?(?:群众|居民|村民|选民|老百姓|人)(?:反映|提)(?:了|过|到)?[^,。]{0,16}$/u;

function hearChased(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const which = CHASED.exec(line)?.groups?.["which"];
  if (which === undefined) return undefined;
  const { asked, unread } = readAsked(which, said, facts);
  return unread === undefined
    ? ask(dialog, { do: "nudge.list", messageId: said.messageId, basis: missingBasis(asked, facts) })
    : undefined;
}

/** What staff ask of what waits for their yes, say of a report, and ask of what residents bring up; undefined for all else. */
export function hearClerkAsks(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = lineOf(said.text);
  const { which: some, them = some } = VERIFIES.exec(line)?.groups ?? {};
  const which = UNVERIFIED.exec(line)?.groups?.["which"] ?? them?.replace(RECORDS, "");
  if (which !== undefined) {
    const { asked, unread } = readAsked(which, said, facts);
    const isKnown = asked.person === undefined || facts.people.includes(asked.person);
    const basis = waitingBasis(asked, facts);
    return unread === undefined && isKnown
      ? ask(dialog, { do: "verify.list", messageId: said.messageId, basis })
      : undefined;
  }
  const silence = hearSilenceAsked(dialog, said, facts) ?? hearChased(dialog, line, said, facts);
  if (silence !== undefined) return silence;
  const whom = FOR_WHOM.exec(line)?.groups?.["name"];
  if (whom !== undefined && facts.people.includes(whom)) return hearOnBehalf(dialog, whom, said, facts);
  const name = NAMED.exec(line)?.groups?.["name"];
  if (name !== undefined && facts.people.includes(name) && inFocus(dialog) === undefined)
    return ask(dialog, { do: "figures.profile", person: name });
  const owed =
    hearMissingAsked(dialog, said, facts) ??
    hearReportsInWords(dialog, said.text, facts) ??
    hearOwedAsked(dialog, line, facts);
  if (owed !== undefined) return owed;
  if (!HEARD.test(line) && !OF_OURS.test(line)) return undefined;
  const [period] = findDates(line, { today: facts.today, prefer: "past" });
  const { from, to } =
    period === undefined ? yearAround(facts.today) : { from: period.start, to: period.end };
  return ask(dialog, {
    do: "figures.opinions",
    basis: { ...basisOf({ from, to }, facts), ...readOpinionKind(line).which },
  });
}
