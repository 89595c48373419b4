import type { Facts } from "#src/domain/facts.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";
import { isStaff } from "../audience.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findPlanKind } from "../plan/plan-kind.ts";
import { readAdded } from "../read-change.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask } from "../turns.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

const WHOM = "(?:大家|各位(?:代表)?|(?:全体|所有|他们|这些)?代表们?|他们)";
const TELLS = new RegExp(
  `^(?:请|麻烦|帮我|再|给|跟|和|\\s)*(?:(?:告诉|通知|提醒|转告|告知|叮嘱)(?:一?下)?${WHOM}?|${WHOM}(?:说|讲))(?:一?声|一下)?[,:\\s]*`,
  "u",
);
const EVENT = "(?:活动|座谈会?|会议?|视察|调研|培训|学习|评议会?|接待日?|执法检查)";
// 5号的活动, 5号那天, 后天的会.
const WHICH = new RegExp(`^[^,?]{1,14}?(?:那[天场次个]|的[^,?]{0,8}?${EVENT}|那[场次个]${EVENT})`, "u");
const NOTE =
  /(?:请|要|都|记得|别忘了?|务必|须|得|需|最好|统一|自己|自行|大家|代表们?|各位|每人|人人|,)*(?<note>(?:不要|别|不用|不必|无需)?(?:(?:自?带|携带)(?!队|领|头|动|回|病)|穿|着(?:正|便|工|长|夏|冬|深|运)?装|佩?戴|准备好|备[好齐]|别迟到|提前[\d一二两三十半几]+个?(?:分钟|小时|刻钟)(?:到|进场|签到)|(?:自己|自行)?(?:开车|坐车|拼车)|统一乘车|把[^,?]{1,16}(?:带|准备|拿)).{0,40})$/u;
// 带了3个人去走访, 开车去黄连村走访6户: what was done, and nothing that anybody should bring.
const DONE =
  /(?<!迟到)了|过(?![来去年节])|(?:走访|慰问|接待)(?!日|点|站|室|记录|登记|台账|表|本|手册|材料|照片|提纲|清单)|\d+户/u;
// 带上昨天发的文件: of the paper, and not of the activity.
const OF_PAPER = /(?:昨天|前天|上次|今天)[^,]{0,3}(?:发|印|给|领|讲|说)(?:下来)?的/gu;
const LONGEST = 60;

/**
 * Staff say one more thing of an activity that is published: 5号的活动带上身份证, 再加一个内容,讨论民生实事. It goes to what that is
 * about, as everybody it concerns is told, and calls nobody to a second one. Undefined for all else.
 */
export function hearNoted(dialog: Dialog, { text, messageId }: Said, facts: Facts): Turn | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[.\u3002!]+$/u, "");
  if (!isStaff(facts.speaker) || line.length > LONGEST || /[?吗]|[履意建]-?\d{4}/u.test(line))
    return undefined;
  const read = readNoted(line);
  if (read === undefined || facts.people.some((name) => line.includes(name))) return undefined;
  const { what, adds } = read;
  const change = { adds };
  const days = findDates(withoutNumbers(line).replace(OF_PAPER, ""), {
    today: facts.today,
    prefer: "future",
  }).filter((one) => !one.wide && !one.doubtful);
  if (days.some((one) => one.end < facts.today)) return undefined;
  const held = days.find((one) => what.includes(one.text));
  const said = activityIn(line);
  const near = said ?? (held === undefined ? dialog.meeting : undefined);
  if (near !== undefined)
    return ask(dialog, { do: "activity.change-preview", messageId, activity: near, change });
  if (held === undefined) return undefined;
  const kind = findPlanKind(what) ?? "other";
  return ask(dialog, { do: "activity.change-on", messageId, heldOn: held.start, kind, change });
}

// What is said with an hour may be a call of its own.
function readNoted(line: string): { readonly what: string; readonly adds: string } | undefined {
  const plain = line.replace(TELLS, "");
  const isTold = plain !== line;
  const added = readAdded(plain);
  if (added !== undefined) return { what: plain.slice(0, plain.indexOf(added)), adds: added };
  const which = WHICH.exec(plain)?.[0] ?? "";
  const note = NOTE.exec(plain);
  const adds = note?.groups?.["note"];
  if (note === null || adds === undefined || DONE.test(adds) || findTime(plain) !== undefined)
    return undefined;
  const what = plain.slice(0, note.index);
  return which !== "" || isTold || what.trim() === "" ? { what, adds } : undefined;
}
