import type { Facts } from "#src/domain/facts.ts";
import { withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import { basisOf } from "../basis-of.ts";
import { filingWords } from "../filing-asked.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readOpinionKind } from "../read-opinion-kind.ts";
import { readParts } from "../read-parts.ts";
import { withPlaces } from "../read-asked.ts";
import { ask, say } from "../turns.ts";
import { hearPlainQuery } from "./figures.ts";
import { hearOverallAsked } from "./overall-asked.ts";
import type { Said } from "./report.ts";

const LONGEST = 30;

const MEETING = "(?:(?:代表)?小组|(?:学习)?培训|人代会|人大|全体|代表|履职)?(?:会议?|活动)?";
const ATTENDANCE = new RegExp(
  `${MEETING}的?(?:缺席|缺勤|出勤|到会|出席|应到|实到|考勤)(?:率|人次|情况|人数|名单)*的?|${MEETING}的?来[了过](?=[几多好哪])`,
  "gu",
);
// 12月1日活动到会 alone begins a register; a share, a question and 的 do not.
const WHEN = "(?:今年|去年|前年|本年|\\d{4}年|[本上这]个?(?:月|季度)|[上下]半年)";
const ASKS = new RegExp(
  `率|情况|名单|[几多好]少?|哪|谁|的[?。!]*$|^${WHEN}[^,。]{0,6}(?:缺席|缺勤|出勤|考勤)[?。!]*$|(?:缺席|缺勤|出勤|考勤)\\s*${WHEN}[?。!]*$`,
  "u",
);
const NOBODY =
  /(?:还有)?(?:谁|哪(?:些|几[个位])(?:代表|人)?)(?:都|还|仍|一直)*(?:没有?|未)(?:去)?(?=走访|接待|履职|调研|视察|慰问|值班|宣讲|报|记)(?:报|记)?(?:过|的|了)?/u;
const HEARD =
  /(?:群众|居民|村民|选民|老百姓|大家|代表们?)?(?:都|主要|最近)*反映(?:了|过|得|上来)?的?(?:是|都是|有)?(?:些|点)?(?:什么|哪些|啥子?)(?:问题|意见|情况|事情?)?(?:比?较?多|最多)?|(?:群众|居民|村民|选民|老百姓|大家)?(?:都|主要|最近)*有(?:些|过)?(?:什么|哪些|啥子?)(?:群众)?(?:意见|诉求)/u;

/**
 * What staff ask in a few words that no sentence about duty looks like: 2026年小组活动到会率, 这个月谁还没走访过, 2月反映了什么
 * 问题. Undefined where anything else is said.
 */
export function hearStaffAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const line = withWholeNames(said.text, facts).trim();
  if (!isStaff(facts.speaker) || line.length > LONGEST || isOfOneself(line)) return undefined;
  return (
    attendance(dialog, line, said, facts) ??
    silence(dialog, line, said, facts) ??
    heard(dialog, line, said, facts) ??
    heldBy(dialog, line) ??
    hearOverallAsked(dialog, line, said, facts) ??
    cameIn(dialog, line, said, facts)
  );
}

// 住建局手上有几件: which unit has an opinion is told of none.
const HELD_BY =
  /^(?<unit>[一-鿿]{2,8}(?:局|委|办|中心|公司))(?:手[上里头]|那里|那边)(?:还)?(?:有|压着|剩)?(?:几|多少)[件条个][呢啊?]*$/u;

function heldBy(dialog: Dialog, line: string): Turn | undefined {
  const what = HELD_BY.exec(line)?.groups?.["unit"];
  return what === undefined ? undefined : say(dialog, { kind: "figures.not-heeded", of: "opinions", what });
}

// 今天交了几条记录, 昨天报上来几条: of records, whatever they are of.
function cameIn(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const words = filingWords(line);
  if (words === undefined) return undefined;
  const { asked, left } = readParts(line.replace(words, " "), said, facts);
  return left === "" && asked.person === undefined
    ? hearPlainQuery(dialog, { ...asked, name: "stats" }, { ...said, text: line }, facts)
    : undefined;
}

function attendance(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  if (!ASKS.test(line)) return undefined;
  const rest = line.replace(ATTENDANCE, " ");
  if (rest === line) return undefined;
  const { asked, left } = readParts(rest, said, facts);
  if (left !== "" || asked.person !== undefined) return undefined;
  const { kind: _, ...about } = asked;
  return hearPlainQuery(dialog, { ...about, name: "absences" }, { ...said, text: line }, facts);
}

function silence(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const who = NOBODY.exec(line)?.[0];
  if (who === undefined) return undefined;
  const { asked, left } = readParts(line.replace(who, " ").replace(/过/u, " "), said, facts);
  return left === "" && asked.person === undefined
    ? hearPlainQuery(dialog, { ...asked, name: "missing_reports" }, { ...said, text: line }, facts)
    : undefined;
}

function heard(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const what = HEARD.exec(line)?.[0];
  if (what === undefined) return undefined;
  const { which, about } = readOpinionKind(line.replace(what, " "));
  const { asked, left } = readParts(about, said, facts);
  const query = withPlaces(asked, line, facts);
  // 有什么意见 alone may ask what anybody thinks.
  const isOfNone = !what.includes("反映") && query.org === undefined && query.orgs === undefined;
  if (left !== "" || isOfNone) return undefined;
  return ask(dialog, { do: "figures.opinions", basis: { ...basisOf(query, facts), ...which } });
}
