import type { Facts } from "#src/domain/facts.ts";
import { withWholeNames } from "../asked-places.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { isOfOneself } from "../is-of-oneself.ts";
import { readMark } from "../read-mark.ts";
import { readParts } from "../read-parts.ts";
import { ask, say } from "../turns.ts";
import { isAboutUnverified } from "./clerk-asks.ts";
import { hearQuery } from "./figures.ts";
import type { Said } from "./report.ts";

const TABLE = /导出|下载|(?<!代)表格?/u;
const OF_BOTH = /代报|代记|代录|代填|(?:未|没有?|等|待)(?:本人|代表)?(?:确认|回)/u;
// 代记情况 王芳 is a command, and asks what became of them.
const IS_COMMAND = /^(?:代记|退回)情况(?![^\s])/u;
const WHO = /谁|哪(?:些|几[个位])(?:代表|人)/u;
/**
 * Records of a mark, asked for by staff of those they look after and by a deputy of the own: 被退回的有几条, 2月代报的有几条.
 * Whatever else the question says and no figure heeds is named instead of being left out. Undefined for all else.
 */
export function hearMarkedAsked(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const { speaker } = facts;
  if (speaker.kind !== "member" || !(isStaff(facts.speaker) || speaker.mandates.length > 0)) return undefined;
  const line = withWholeNames(said.text, facts).trim();
  if (IS_COMMAND.test(line)) return undefined;
  const found = readMark(line);
  if (found === undefined || (isStaff(speaker) && isAboutUnverified(line))) return undefined;
  const { mark, words, bare } = found;
  const rest = line.replace(words, " ");
  // 没有确认的代报: what waits for the deputies' word counts in no figure yet.
  if (isStaff(speaker) && (mark === "unconfirmed" || mark === "entered") && OF_BOTH.test(rest))
    return ask(dialog, { do: "figures.todo", what: "waiting", page: 1 });
  const { asked, left } = readParts(rest, said, facts);
  if (bare === true && left !== "") return undefined;
  if (mark === undefined) return say(dialog, { kind: "figures.not-heeded", what: words });
  if (left !== "") return say(dialog, { kind: "figures.not-heeded", what: left });
  const isOwn = !isStaff(speaker) || (isOfOneself(rest) && speaker.mandates.length > 0);
  const name = TABLE.test(rest) ? "export" : isOwn ? "my_reports" : "stats";
  // Whose records they are is told in the order of the roster.
  const text = !isOwn && WHO.test(rest) ? `${rest} 按代表` : rest;
  return hearQuery(dialog, { ...asked, mark, name }, { ...said, text }, facts);
}
