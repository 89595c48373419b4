import type { Cut } from "#src/domain/figures/figure-basis.ts";
import { findCut } from "#src/understanding/find-cut.ts";
import { understand } from "#src/understanding/understand.ts";
import type { QueryName } from "#src/understanding/understanding.ts";
import { readingContext } from "../card.ts";
import { hearIntent } from "../intents.ts";
import { readAsked, readAskedWithoutNames } from "../read-asked.ts";
import { divide, explain } from "../topics/figure-shown.ts";
import { hearQuery, ownAttendance } from "../topics/figures.ts";
import { absenceBasis } from "../topics/lists-asked.ts";
import { basisOf, waitingBasis } from "../basis-of.ts";
import { readLeast } from "../read-least.ts";
import { readOpen } from "../read-open.ts";
import { ask, say } from "../turns.ts";
import { namesNumber } from "../words.ts";
import type { Command, Commands } from "./command.ts";
import { aboutRecord, isAboutRecord } from "./report-commands.ts";
import { todo } from "./todo-command.ts";

const pageOf = (rest: string): number => Math.max(1, Number(/\d{1,4}/u.exec(rest)?.[0] ?? 1));

const terse =
  (name: QueryName): Command =>
  (dialog, rest, said, facts) => {
    const { asked, unread } = readAsked(rest, said, facts);
    if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
    return hearQuery(dialog, { ...asked, name }, said, facts) ?? say(dialog);
  };

const NUMBER_BEHIND = /^[\s(,]*(?:编号)?[A-Za-z]\d{1,9}\)?(?=\s|$)/u;

const deputy: Command = (dialog, rest, said, facts) => {
  const [first = ""] = rest.split(/\s/u);
  const called = first.replace(/代表$/u, "");
  if (called === "") return say(dialog, { kind: "figures.refused", why: "no-such-deputy" });
  // 张伟 Y042: the office's number tells people of one name apart.
  const number = NUMBER_BEHIND.exec(rest.slice(first.length))?.[0] ?? "";
  const name = `${called}${number.trim()}`;
  const { asked, unread } = readAskedWithoutNames(rest.slice(first.length + number.length), said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  const query = { ...asked, name: "deputy_profile", person: name } as const;
  return hearQuery(dialog, query, said, facts) ?? say(dialog);
};

const ASKED = { intent: "query", reports: [], opinions: [], ask: [] } as const;

// A line that begins with 意见 may also be an opinion: only known words make it a question.
// Whoever is not known yet says 意见 to bring one, or to hear of his own.
const outsiders: Command = (dialog, rest, said, facts) => {
  const read = understand(said.text, readingContext(facts, said.at));
  // What has a number is no news: it is answered as if nothing had it, whatever else the words sound like.
  if (namesNumber(rest) && (read.intent === "opinion" || read.intent === "report"))
    return hearIntent(dialog, { ...ASKED, query: { name: "opinion_stats" } }, said, facts);
  if (rest !== "") return hearIntent(dialog, read, said, facts);
  return facts.speaker.kind === "resident"
    ? ask(dialog, { do: "figures.own-cases", page: 1 })
    : say(dialog, { kind: "help.menu", audience: "guest" });
};

const AS_A_NAME = /^[一-龥]{2,3}$/u;

const OF_OPINIONS = /(?<=^|\s)(?:群众)?意见(?=\s|$)/u;
// 统计 意见 羊昌镇 今年 is of what residents brought up.
const stats: Command = (dialog, rest, said, facts) =>
  OF_OPINIONS.test(rest)
    ? opinions(dialog, rest.replace(OF_OPINIONS, " ").trim(), said, facts)
    : terse("stats")(dialog, rest, said, facts);

const opinions: Command = (dialog, rest, said, facts) => {
  if (facts.speaker.kind !== "member") return outsiders(dialog, rest, said, facts);
  const { isOpen, about } = readOpen(rest);
  const { asked, unread } = readAskedWithoutNames(about.replace(/^统计|\d+$/gu, ""), said, facts);
  const whole = understand(said.text, readingContext(facts, said.at));
  const isTold = whole.intent === "opinion" || whole.intent === "report";
  // What has a number, or is short as a name, is no news: it is looked for, and nothing is told of whom it is about.
  if (isTold && !namesNumber(rest) && !AS_A_NAME.test(rest)) return hearIntent(dialog, whole, said, facts);
  // A name is a word like any other here: whose it is must not be told by the answer.
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(
    dialog,
    isOpen
      ? { do: "figures.backlog", basis: waitingBasis(asked, facts), page: pageOf(rest) }
      : { do: "figures.opinions", basis: basisOf(asked, facts) },
  );
};

const absences: Command = (dialog, rest, said, facts) => {
  const { least, about } = readLeast(rest.replace(/ ?第\d+页$/u, ""));
  const { asked, unread } = readAsked(about, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  const page = Number(/第(?<n>\d+)页$/u.exec(rest)?.groups?.["n"] ?? 1);
  return ask(dialog, { do: "figures.absences", basis: absenceBasis(asked, facts, least), page });
};

// 为什么 履-2026-00012 asks for that record: its year is no page.
const why: Command = (dialog, rest, said, facts) =>
  isAboutRecord(rest) ? aboutRecord(dialog, rest, said, facts) : explain(dialog, pageOf(rest), facts);

/** The last figure divided so. */
export const cutBy =
  (by: Cut): Command =>
  (dialog, rest, _said, facts) => {
    const turn = divide(dialog, by, pageOf(rest), facts);
    const second = findCut(rest);
    return turn.request === undefined || second === undefined || second.by === by
      ? turn
      : { ...turn, replies: [{ kind: "figures.unused", what: second.text }] };
  };

// 我的履职 三季度 接待: a kind or a period makes it a figure of one's own.
const ownDuty: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAskedWithoutNames(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return hearQuery(dialog, { ...asked, name: "my_reports" }, said, facts) ?? say(dialog);
};

// 我的出勤 去年: of the period that is named.
const attended: Command = (dialog, rest, said, facts) => {
  const { asked, unread } = readAskedWithoutNames(rest, said, facts);
  if (unread !== undefined) return say(dialog, { kind: "figures.not-read", word: unread });
  return ask(dialog, ownAttendance(asked));
};

// Whoever has brought nothing yet is nobody who has to be known first.
const ownCases: Command = (dialog, rest, _said, { speaker }) =>
  speaker.kind === "guest"
    ? say(dialog, { kind: "help.aside", of: "none-yet" })
    : ask(dialog, { do: "figures.own-cases", page: pageOf(rest) });

const CUT_COMMANDS: Commands = {
  按类型: cutBy("kind"),
  按镇街: cutBy("township"),
  按小组: cutBy("group"),
  按联络站: cutBy("station"),
  按代表: cutBy("deputy"),
  按月: cutBy("month"),
};

/** Questions about duty done, in terse words. */
export const FIGURES_COMMANDS: Commands = {
  我的履职: ownDuty,
  我的积分: (dialog) => ask(dialog, { do: "figures.own-score" }),
  我的意见: ownCases,
  我的建议: ownCases,
  我的数据: (dialog) => ask(dialog, { do: "figures.own-data" }),
  代表: deputy,
  统计: stats,
  未报: terse("missing_reports"),
  意见: opinions,
  我的出勤: attended,
  缺席: absences,
  待办: todo,
  为什么: why,
  ...CUT_COMMANDS,
};
