import type { TornRest } from "#db/queries/torn-rests.ts";
import type { Day } from "#src/domain/day.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Whether suspensions go along with transfers; where one does not, the sentences by which the office puts it right. */
export function restsFinding(torn: readonly TornRest[]): Finding {
  if (torn.length === 0) return fine("rests", "suspensions go along with transfers");
  const some = torn.slice(0, SHOWN).map(cureOf).join("; ");
  const more = torn.length > SHOWN ? `; and ${torn.length - SHOWN} more, shown once these are done` : "";
  return wrong("rests", `${torn.length} suspensions stop at a transfer or stay behind it: ${some}${more}`);
}

const SHOWN = 5;

const spoken = (day: Day): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
};

function cureOf({ name, code, from, isLeftOver, to }: TornRest): string {
  const who = `${name}${code === null ? "" : ` 编号${code}`} 代表职务 自${spoken(from)}`;
  const resume = `恢复 ${who}`;
  return isLeftOver
    ? `${name} rests from ${from} on by a suspension that had ended before: the office says “${resume}” in the chat`
    : `${name} is suspended until the transfer of ${from} only: the office says “暂停 ${who}${to === null ? "" : `到${spoken(to)}`}” in the chat, or “${resume}” where it ended that day`;
}
