import type { Facts } from "#src/domain/facts.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { findNames } from "#src/understanding/names.ts";
import { shortKind, withoutKinds } from "../asked-kinds.ts";
import { askedPlaces, withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Asked } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readMark } from "../read-mark.ts";
import { say } from "../turns.ts";
import { isAboutUnverified } from "./clerk-asks.ts";
import { hearQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const TABLE = /导出|下载|表格?/u;
const WHO = /谁|哪(?:些|几[个位])(?:代表|人)/u;
const FILLER =
  /来?看一?[看下]?|查一?下|查询?|列一?下|列出来?|请问?|帮我|麻烦|给我|发我|导出|下载|履职|记录|表格?|名单|情况|数据|统计|汇总|总数|次数|户数|人数|条数|多少|好多|几|哪些|哪|谁|有没有|没有|一共|总共|目前|现在|全区|全镇|本[镇区乡]|[我咱]们?[区镇乡]?|本人|自己|代表|都|还|共|占|各|分别|有|是|的|了|和|与|里面?|中|当中|里头|其中|[条次个份户件场起家位名人呢吗啊吧数]|[\s、,;:?.!\u3002]/gu;

/**
 * Records of a mark, asked for by staff of those they look after and by a deputy of the own: 被退回的有几条, 2月代报的有几条.
 * Whatever else the question says and no figure heeds is named instead of being left out. Undefined for all else.
 */
export function hearMarkedAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker } = facts;
  if (speaker.kind !== "member" || !(isStaff(facts.speaker) || speaker.mandates.length > 0)) return undefined;
  const line = withWholeNames(said.text, facts).trim();
  const found = readMark(line);
  if (found === undefined || (isStaff(speaker) && isAboutUnverified(line))) return undefined;
  const { mark, words, bare } = found;
  const rest = line.replace(words, " ");
  const { asked, left } = readRest(rest, said, facts);
  if (bare === true && left !== "") return undefined;
  if (mark === undefined) return say(dialog, { kind: "figures.not-heeded", what: words });
  if (left !== "") return say(dialog, { kind: "figures.not-heeded", what: left });
  const isOwn = !isStaff(speaker) || (isOfOneself(rest) && speaker.mandates.length > 0);
  const name = TABLE.test(rest) ? "export" : isOwn ? "my_reports" : "stats";
  // Whose records they are is told in the order of the roster.
  const text = !isOwn && WHO.test(rest) ? `${rest} 按代表` : rest;
  return hearQuery(dialog, { ...asked, mark, name }, { ...said, text }, facts);
}

function readRest(
  rest: string,
  { at }: Said,
  facts: Facts,
): { readonly asked: Asked; readonly left: string } {
  const dates = findDates(rest, { today: localDay(at, facts.zone), prefer: "past" });
  const [period, ...others] = dates;
  const [person, another] = findNames(rest, facts.people);
  const kind = shortKind(rest);
  const known = [
    ...askedPlaces(rest, facts),
    ...(period === undefined ? [] : [period.text]),
    ...(person === undefined ? [] : [person]),
    findCut(rest)?.text ?? "",
  ];
  const bare = known.reduce((words, one) => words.replace(one, " "), rest);
  // Two periods or persons at once are no one figure.
  const more = [...others.map(({ text }) => text), another ?? ""].join("");
  return {
    asked: {
      ...(period === undefined ? {} : { from: period.start, to: period.end }),
      ...(person === undefined ? {} : { person }),
      ...(kind === undefined ? {} : { kind }),
    },
    left: more === "" ? withoutKinds(bare).replace(FILLER, "") : more,
  };
}
