import type { Facts } from "#src/domain/facts.ts";
import { askedPlaces } from "../asked-places.ts";
import { basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { withPlaces } from "../read-asked.ts";
import { readParts } from "../read-parts.ts";
import { ask, say } from "../turns.ts";
import { hearPlainQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const HOW = "(?:怎么样|咋样|怎样|如何|怎么个情况|是什么情况|好不好)";
const ABOUT = "(?:履职)?(?:工作)?(?:情况|成绩|数据|表现|干得|做得|搞得)?";
const ALL_OF_IT = new RegExp(
  `(?:总的|总体上?|整体上?|综合)的?(?:来[说看讲])?${ABOUT}(?:${HOW})?[呢啊?]*$|${ABOUT}${HOW}[呢啊?]*$`,
  "u",
);
// 去年的意见办得怎么样: how many were brought, and how many still wait.
const HANDLED = new RegExp(
  `的?(?:群众|选民|居民)?(?:意见|诉求)(?:都|现在|目前)*(?:的?(?:办理|处理|答复|落实|解决)(?:情况|进度|进展)|(?:办|办理|处理|答复|落实|解决)(?:得|的|了|到)?(?:哪一?步了?|${HOW}))(?:${HOW})?[呢啊?了]*$`,
  "u",
);
// No figure tells of meetings that were held.
const MEETINGS =
  /(?:召开|举行|组织|开|搞|办)[了过]?(?<what>(?:多少|几)[次场个]?(?:代表)?(?:会议?|大会|活动))[了呢啊?]*$/u;

/** 今年总的情况怎么样, 去年的意见办得怎么样, 今年开了几次会: what staff ask of all that they look after. Undefined for all else. */
export function hearOverallAsked(dialog: Dialog, line: string, said: Said, facts: Facts): Turn | undefined {
  const meetings = MEETINGS.exec(line)?.[0];
  if (meetings !== undefined && partsOf(line, meetings, said, facts) !== undefined)
    return say(dialog, { kind: "figures.not-heeded", what: meetings.replace(/[了呢啊?]+$/u, "") });
  const handled = HANDLED.exec(line)?.[0];
  const brought = handled === undefined ? undefined : partsOf(line, handled, said, facts);
  if (brought !== undefined) {
    const basis = basisOf(withPlaces(brought, line, facts), facts);
    return ask(dialog, { do: "figures.opinions", basis });
  }
  const whole = ALL_OF_IT.exec(line)?.[0];
  const asked = whole === undefined ? undefined : partsOf(line, whole, said, facts);
  if (asked === undefined || (asked.from === undefined && askedPlaces(line, facts).length === 0))
    return undefined;
  return hearPlainQuery(dialog, { ...asked, name: "stats" }, { ...said, text: line }, facts);
}

// Nothing else is said but where, when and of which kind.
function partsOf(line: string, words: string, said: Said, facts: Facts) {
  const { asked, left } = readParts(line.replace(words, " "), said, facts);
  return left === "" && asked.person === undefined ? asked : undefined;
}
